"""Remind of an open question: once, only those who asked to be reminded and have not answered."""

from dataclasses import replace

from bot.actions.post_planned import prompt_mail
from bot.dialogue.manners import Occasion
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Everybody, InRound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Silence
from bot.speech.events import CameDue
from bot.words import Phrase


def remind(round: Round, asking: Asking, event: CameDue) -> Effects[Silence]:
    """
    Send the question once more; nobody learns who has not answered.

    A moment with a recipient is one that this member asked for ("later, please"); it counts as asked.
    """
    if not round.is_open(event.at):
        return Effects(reply=Silence())
    asked = tuple(planned.recipient for planned in event.planned)
    if asked:
        mail = prompt_mail(round, f"later-{round.id}", asking.here, asked, event)
        return Effects(reply=Silence(), mail=replace(mail, occasion=Occasion.ASKED))
    brought = asking.loaded(InRound)
    members = tuple(
        member.id
        for member in asking.loaded(Everybody).members
        if member.wishes.reminders and member.has_voice and not brought.of(member.id)
    )
    if not members:
        return Effects(reply=Silence())
    mail = prompt_mail(round, f"remind-{round.id}", asking.here, members, event)
    words = replace(mail.message, phrase=Phrase("remind-open", mail.message.phrase.values))
    return Effects(reply=Silence(), mail=replace(mail, occasion=Occasion.REMINDER, message=words))
