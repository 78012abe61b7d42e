"""Everything in `prompts/`, by language, as text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.speech.consent_notice import read_consent
from bot.speech.phrasebook import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompts:
    """The pages as they are written, each by its name without what follows the dot."""

    phrases: Pages
    library: Pages
    consent: Mapping[str, str]
    flows: Pages = field(default_factory=dict)

    @property
    def pages(self) -> Pages:
        """
        Everything that can be said by key: the phrases, and the consent notice among them.

        Raises:
            BrokenPrompts: A notice cannot be read.
        """
        notices = {language: {"consent": read_consent(text).page} for language, text in self.consent.items()}
        return {language: {**texts, **notices.get(language, {})} for language, texts in self.phrases.items()}
