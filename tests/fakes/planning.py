"""A group that plans: a question that returns, and members in several zones who asked for direct messages."""

from typing import Self

from bot.dialogue.tickets import Action, Ticket
from storage.database import Database
from tests.fakes.group import Group, only_ticket, ticket_for

ZONES = {"Ben": "Europe/Stockholm", "Chidi": "Europe/London", "Dana": "Asia/Kolkata"}
"""Where the three live."""
ANY_HOUR = "00:00-00:00"
DAYS = "monday,tuesday,wednesday,thursday,friday,saturday,sunday"


class PlanningGroup(Group):
    """Ada facilitates; Ben, Chidi and Dana live in three zones."""

    @classmethod
    def begun(cls, database: Database) -> Self:
        """Return a group whose dialogue has begun, in Stockholm's time."""
        made = cls(database)
        dialogue = made.start()
        made.join("Ada", dialogue)
        for who, zone in ZONES.items():
            made.join(who, dialogue)
            made.live_in(who, zone)
            made.be_reached(who, "direct")
        return made

    @property
    def dialogue(self) -> str:
        """The id of the dialogue."""
        return str(self.store.dialogues()[0].id)

    def live_in(self, who: str, zone: str, quiet: str = ANY_HOUR) -> None:
        """Somebody says where they live, and when they sleep."""
        self.sends(who, Ticket(Action.SET_PREFERENCES, self.dialogue), zone=zone, quiet=quiet)

    def be_reached(self, who: str, wants: str, days: str = DAYS, country: str = "") -> None:
        """Somebody says how they want to be reached."""
        ticket = Ticket(Action.SET_MANNERS, self.dialogue)
        self.sends(who, ticket, wants=wants, days=days, country=country)

    def plan(self, when: str = "Thursdays 18:00", audience: str = "place", open_days: str = "6") -> str:
        """Plan a question; return the id of its schedule."""
        written = self.sends(
            "Ada", Ticket(Action.OPEN_ROUND, self.dialogue, "dialogue.what"), question="What for?",
            closes="in 7 days", reveal="open", levels="named",
        )  # fmt: skip
        shown = self.sends(
            "Ada", ticket_for(written, Action.PLAN), when=when, audience=audience, open_days=open_days
        )
        yes = only_ticket(shown)
        self.presses("Ada", yes)
        return yes.subject

    def member_id(self, who: str) -> str:
        """Return the id of a member."""
        with self.store.looking() as connection:
            asked = f"SELECT id FROM member WHERE account = 'account-{who}'"
            return str(connection.exec_driver_sql(asked).scalar_one())

    def posts(self) -> list[tuple[str, str]]:
        """Return every post as its place and its state, in the order they were made."""
        with self.store.looking() as connection:
            found = connection.exec_driver_sql("SELECT place, state FROM post ORDER BY made_at, id")
            return [(place, state) for place, state in found]

    def outcomes(self) -> dict[str, int]:
        """Return how the occurrences of what returns have ended, counted."""
        counting = (
            "SELECT outcome, count(*) FROM occurrence WHERE schedule != '' AND is_done GROUP BY outcome"
        )
        with self.store.looking() as connection:
            return {str(outcome): count for outcome, count in connection.exec_driver_sql(counting)}
