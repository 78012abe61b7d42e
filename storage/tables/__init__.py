"""The tables, named like the facts they hold; what is of a group knows its workspace."""

from storage.tables import agreement, gone, installed, machinery, mirror, news, people, sharing, talk

__all__ = ["agreement", "gone", "installed", "machinery", "mirror", "news", "people", "sharing", "talk"]
