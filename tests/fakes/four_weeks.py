"""Six people over four weeks, and once more after ninety days: each step as they would take it."""

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer
from tests.assets import asset_in, offer, share
from tests.fakes.group import only_ticket
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import Weighing

LEVELS = "named,chosen_name,unnamed"
FIRST = "The roof becomes a garden with a lift."
SECOND = "The roof becomes a garden with stairs that everybody can climb, and a ramp on the south side."
HARM = "A lift takes the money for ten years."
ASKED = "Must they grow on the roof?"
NOTE = "I would rather wait for the money for a lift. I say so, and I help with the ramp."


class FourWeeks(Weighing):
    """One dialogue from the first question to what became of it."""

    def play(self) -> None:
        """Play all of it."""
        self.first_week()
        self.second_week()
        self.third_week()
        self.fourth_week()
        self.ninety_days_later()

    def first_week(self) -> None:
        """Why people are here, what they bring, and what is missing from the map."""
        why = self.ask("INT-1", reveal="answer_first")
        hopes = (
            "A place to rest.",
            "Children who play.",
            "Tomatoes.",
            "That my mother can come up.",
            "Bees.",
        )
        for who, hope in zip(("Ben", "Chidi", "Dana", "Gwen", "Fay"), hopes, strict=True):
            self.group.say(who, why, hope)
        share(self, "Ben", asset_in(offer(self, "Ben", asset="A ladder", limits="Not on Sundays")))
        share(self, "Ada", asset_in(offer(self, "Ada", asset="900 euros", kind="institution")))
        need = offer(self, "Dana", asset="A seat near the door", kind="access_need", offered_as="needed")
        share(self, "Dana", asset_in(need), "facilitators")
        gap = {"reason": "happened_not_recorded", "note": "Agreed at the door on 2 May."}
        self.group.sends("Fay", Ticket(Action.EXPLAIN_GAP, self.dialogue, "intentions.how"), **gap)
        self.week_goes_by()

    def second_week(self) -> None:
        """Talk: views that differ, a question and its answer, and what is written down of it."""
        asked_ben = Ticket(Action.ANSWER, self.entry(self.number_of("Tomatoes.")))
        self.group.sends("Ben", asked_ben, body=ASKED, level="named", kind="question")
        talk = self.ask("DLG-4")
        self.group.say("Gwen", talk, "A lift, so that everybody comes up.")
        lift = self.number_of("A lift, so that everybody comes up.")
        differ = Ticket(Action.DIFFER, self.entry(lift))
        self.group.sends("Chidi", differ, body="Stairs are enough, and they last.", level="named")
        asked = Ticket(Action.ANSWER, self.entry(lift))
        self.group.sends("Dana", asked, body="Who would pay for it?", level="named", kind="question")
        question = self.number_of("Who would pay for it?")
        told = Ticket(Action.ANSWER, self.entry(question))
        answer = "The council pays half of a ramp, and nothing of a lift."
        self.group.sends("Gwen", told, body=answer, level="named", kind="answer", new_to_me="yes")
        self.group.presses("Fay", Ticket(Action.STANCE, self.entry(lift), "same"))
        line = {"body": "Some want a lift, some say that stairs are enough.", "kind": "divergence"}
        sources = f"{lift}, {lift + 1}"
        self.group.sends("Ada", Ticket(Action.DRAFT_LINE, self.dialogue), sources=sources, **line)
        self.confirm("Gwen", f"yes.{lift}")
        self.confirm("Chidi", f"yes.{lift + 1}")
        self.week_goes_by()

    def third_week(self) -> None:
        """What people take from the notes; then back to why they are here, since something changed."""
        taken = {"notice": "Both want everybody to come up.", "means": "It is about how, not whether."}
        sense = taken | {"feel": "", "asks": "To look for a third way.", "sureness": "fairly"}
        self.group.sends("Fay", Ticket(Action.INTERPRET, self.dialogue, "N1"), **sense)
        mine = tickets_in(self.group.does("Fay", Action.SHOW_INTERPRETATIONS))
        self.group.sends(
            "Fay", next(t for t in mine if t.action is Action.SHARE_INTERPRETATION), level="named"
        )
        self.week_goes_by()

    def fourth_week(self) -> None:
        """A statement, an objection that is integrated, a second edition, and a note beside it."""
        self.propose("Ben", FIRST)
        self.open(method="consent", closes="in 5 days")
        said = {
            "part": "The lift.",
            "harm": HARM,
            "need": "That there is money for trees.",
            "idea": "A ramp.",
        }
        self.group.sends("Dana", Ticket(Action.OBJECT_TO, self.check_in), level="named", **said)
        for who in ("Ada", "Ben", "Chidi", "Gwen", "Fay"):
            self.respond(who, "consent")
        self.close()
        self.propose("Ben", SECOND, "1")
        mine = tickets_in(self.group.does("Dana", Action.SHOW_MINE))
        objection = next(ticket.subject for ticket in mine if ticket.action is Action.SETTLE_OBJECTION)
        self.group.presses("Dana", Ticket(Action.SETTLE_OBJECTION, objection, "met"))
        self.open(method="gradients", closes="in 5 days")
        for who, key in (("Ada", "endorse"), ("Ben", "endorse"), ("Dana", "minor_point"), ("Fay", "endorse")):
            self.respond(who, key)
        self.respond("Gwen", "dislike_will_support", "My mother cannot climb.")
        self.pass_on("Chidi")
        self.close()
        self.write_note("Gwen", NOTE)
        self.group.presses("Fay", self.note_ticket("Fay", Action.SIGN_MINORITY_NOTE))
        decided = {"outcome": "agreed_with_recorded_dissent", "decided_by": "The meeting of 25 May"}
        review = {
            "review": "in 90 days at 18:00",
            "result": "",
            "measure": "Who comes up, counted at the door.",
        }
        self.group.sends("Ada", Ticket(Action.DECIDE, self.check_in), **decided, **review)
        self.go_back()
        self.week_goes_by()

    def go_back(self) -> None:
        """From the agreement to why people are here: two want something else than they wrote."""
        shown = tickets_in(self.group.does("Ada", Action.SHOW_STATEMENTS))
        source = next(ticket.choice for ticket in shown if ticket.action is Action.RETURN_TO)
        form = Ticket(Action.RETURN_TO, self.dialogue, source)
        reason = "The agreement is about coming up, and we began with tomatoes."
        listed = self.group.sends("Ada", form, mechanism="intentions", theme="reflect", reason=reason)
        question = {"question": "Has your reason for being here changed?", "closes": "in 5 days"}
        preview = self.group.sends("Ada", only_ticket(listed), reveal="open", levels=LEVELS, **question)
        again = only_ticket(preview)
        self.group.presses("Ada", again)
        because = str(self.number_of(ASKED))
        changed = {
            "body": "That everybody comes up, and then tomatoes.",
            "level": "named",
            "because": because,
        }
        self.group.sends("Dana", Ticket(Action.CONTRIBUTE, again.subject), **changed)

    def ninety_days_later(self) -> None:
        """What was taken on is done, what was said is answered, and the dialogue ends."""
        taken_on = {"what": "Build the ramp", "doer": "Ben and Dana", "when": "in 60 days", "sources": "7"}
        self.group.sends("Ben", Ticket(Action.COMMIT, self.dialogue), **taken_on)
        self.group.clock.pass_by(days=90)
        self.group.let_come_due()
        self.group.deliver()
        with self.group.store.looking() as connection:
            decision = str(connection.exec_driver_sql("SELECT id FROM decision").scalar_one())
        kept = {"why": "Everybody comes up. The note is read again next year.", "review": "in 365 days"}
        self.group.sends("Ada", Ticket(Action.REVIEW, decision, "keep"), **kept)
        shown = tickets_in(self.group.does("Ben", Action.SHOW_FOLLOW_UP))
        self.group.sends("Ben", next(t for t in shown if t.action is Action.SETTLE), progress="done")
        became = {"sources": "1, 3", "became": "not_taken_up", "decided_by": "The meeting"}
        what = "There is no room for a bench and for beds beside the ramp."
        self.group.sends("Ada", Ticket(Action.FOLLOW_UP, self.dialogue), what=what, **became)
        self.group.sends("Ada", Ticket(Action.CLOSE_DIALOGUE, self.dialogue), reason="The ramp stands.")

    # -- how each step is taken

    def ask(self, prompt: str, reveal: str = "open") -> str:
        """Ada asks a question of the library; return the id of its round."""
        opened = Ticket(Action.OPEN_ROUND, self.dialogue, prompt)
        form = self.group.presses("Ada", opened).reply
        question = form.form.values["question"]  # type: ignore[union-attr]
        more = {"closes": "in 6 days", "reveal": reveal, "levels": LEVELS}
        post = only_ticket(self.group.sends("Ada", opened, question=question, **more))
        self.group.presses("Ada", post)
        return post.subject

    def entry(self, number: int) -> str:
        """Return the id of a contribution."""
        shown = tickets_in(self.group.does("Ada", Action.SHOW_ENTRY, str(number)))
        return next(ticket.subject for ticket in shown if ticket.action is Action.HOLD)

    def number_of(self, body: str) -> int:
        """Return the number of the contribution with these words."""
        asked = (
            "SELECT contribution.number FROM contribution"
            " JOIN revision ON revision.of = contribution.id WHERE body = ?"
        )
        with self.group.store.looking() as connection:
            return int(connection.exec_driver_sql(asked, (body,)).scalar_one())

    def confirm(self, who: str, choice: str) -> Answer:
        """Somebody says that a line is what they meant."""
        mine = tickets_in(self.group.does(who, Action.SHOW_MINE))
        line = next(ticket.subject for ticket in mine if ticket.action is Action.CONFIRM_LINE)
        return self.group.presses(who, Ticket(Action.CONFIRM_LINE, line, choice))

    def week_goes_by(self) -> None:
        """A week passes, and what is due happens."""
        self.group.clock.pass_by(days=7)
        self.group.let_come_due()
        self.group.deliver()
