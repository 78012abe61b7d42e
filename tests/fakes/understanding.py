"""A group that checks whether it understands the same: steps that several tests take."""

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer
from tests.fakes.group import ticket_for
from tests.fakes.line_pen import lines_of
from tests.fakes.note_taking import NoteTaking
from tests.fakes.tickets_in import tickets_in

QUESTION = "In your own words, what have we said about the roof?"


class Understanding(NoteTaking):
    """Six people who are asked what they understand."""

    def __init__(self) -> None:
        super().__init__()
        self.check = ""

    def open(self, closes: str = "in 3 days", levels: str = "named,chosen_name,unnamed") -> Answer:
        """Ada asks everybody to say it in their own words."""
        ticket = Ticket(Action.UNDERSTAND, self.dialogue)
        answer = self.group.sends("Ada", ticket, question=QUESTION, closes=closes, levels=levels)
        self.check = ticket_for(answer, Action.CLOSE_UNDERSTANDING).subject
        return answer

    def restate(self, who: str, body: str, level: str = "named") -> Answer:
        """Somebody says it in their own words."""
        return self.group.sends(who, Ticket(Action.RESTATE, self.check), body=body, level=level)

    def pass_on(self, who: str) -> Answer:
        """Somebody passes."""
        return self.group.presses(who, Ticket(Action.RESTATE, self.check, "pass"))

    def close(self) -> Answer:
        """Ada closes the step that is open."""
        return self.group.presses("Ada", Ticket(Action.CLOSE_UNDERSTANDING, self.check))

    def draft_shared(self, body: str, sources: str, who: str = "Ada") -> Answer:
        """Somebody drafts the line of the group."""
        ticket = Ticket(Action.DRAFT_SHARED_LINE, self.check)
        return self.group.sends(who, ticket, body=body, sources=sources)

    def mark(self, who: str, key: str, differs: str = "", level: str = "named") -> Answer:
        """Somebody marks the line."""
        answers = {"key": key, "differs": differs, "firmness": "fairly_firm", "level": level}
        return self.group.sends(who, Ticket(Action.MARK, self.check), **answers)

    def record(self, turns: str, **answers: str) -> Answer:
        """Ada records what the group understands."""
        given = {"scope": "specific", "firmness": "fairly_firm", "turns": turns} | answers
        return self.group.sends("Ada", Ticket(Action.RECORD_UNDERSTANDING, self.check), **given)

    def understood(self, who: str = "Fay") -> str:
        """Return what somebody sees of what is understood."""
        return "\n".join(lines_of(self.group.does(who, Action.SHOW_UNDERSTANDINGS)))

    def sends_turn(self, who: str, round: str) -> Answer:
        """Somebody says something in a round, and Gwen asks them about it."""
        self.group.say(who, round, "Everybody should come up.")
        waiting = tickets_in(self.group.does(who, Action.SHOW_MINE))
        said = next(ticket.subject for ticket in reversed(waiting) if ticket.action is Action.REVISE)
        ticket = Ticket(Action.ANSWER, said)
        return self.group.sends("Gwen", ticket, kind="question", body="By which way?", level="named")
