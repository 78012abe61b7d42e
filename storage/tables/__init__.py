"""The tables, named like the facts they hold; all of them know the workspace they belong to."""

from storage.tables import agreement, installed, machinery, mirror, people, talk

__all__ = ["agreement", "installed", "machinery", "mirror", "people", "talk"]
