"""The tables, named like the facts they hold; all of them know the workspace they belong to."""

from storage.tables import machinery, people, talk

__all__ = ["machinery", "people", "talk"]
