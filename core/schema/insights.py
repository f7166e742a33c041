"""What can be told of a talk: summary, chapters, topics, quotes, answers, talk time. Times are source seconds."""

from core.schema.choice import Cost
from core.schema.record import Record


class SpokenLine(Record):
    """One or a few whole sentences as they were said; `speaker` is empty where nobody knows who."""

    start: float
    end: float
    text: str
    speaker: str = ""


class Chapter(Record):
    """A part of the talk, up to the next one's `start`. The first starts at 0."""

    start: float
    title: str


class TopicFound(Record):
    """A word or phrase that the talk is about, with each time it is said (ascending)."""

    phrase: str
    times: tuple[float, ...]

    @property
    def count(self) -> int:
        """How often it is said."""
        return len(self.times)


class AnsweredQuestion(Record):
    """A question by one speaker and how somebody else begins to answer it. `ends` is when the answer is over."""

    question: SpokenLine
    answer: SpokenLine
    ends: float


class TalkTime(Record):
    """How much one speaker says.

    `seconds` of speech without its pauses; where several talk at once, each is counted. `share` (0 to 1) is of all
    speakers' seconds together. `longest_turn` in seconds; `first_at` is when the speaker is first heard.
    `pace` counts words a minute of speech, in scripts without spaces characters.
    """

    speaker: str
    seconds: float
    share: float
    turns: int
    longest_turn: float
    longest_turn_at: float
    first_at: float
    words: int
    pace: float
    questions: int


class InsightsJob(Record):
    """What insights are made of beside words: the source's length in seconds."""

    duration: float


class Insights(Record):
    """All that can be told of a talk.

    `notes` say, by the name of a field, what is missing and why, in words for the user. Where a language model
    wrote a part of it, `writer` is its name, and `costs` what it took.
    """

    language: str = ""
    duration: float = 0.0
    description: str = ""
    summary: tuple[SpokenLine, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    topics: tuple[TopicFound, ...] = ()
    quotes: tuple[SpokenLine, ...] = ()
    questions: tuple[AnsweredQuestion, ...] = ()
    talk_time: tuple[TalkTime, ...] = ()
    notes: dict[str, str] = {}
    writer: str = ""
    costs: tuple[Cost, ...] = ()


class WrittenInsights(Record):
    """What a language model wrote of a talk; it goes before what was made by rules, where it is not empty.

    `problem` says what stayed local and why. `corrected` names the corrections that the transcript had.
    """

    writer: str
    description: str = ""
    summary: tuple[SpokenLine, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    quotes: tuple[SpokenLine, ...] = ()
    problem: str = ""
    corrected: str = ""
    costs: tuple[Cost, ...] = ()


class TextsOutcome(Record):
    """What asking a model for texts came to: of how many clips, of how many not and why, and what it cost.

    `usd` is None where the model's price is not known.
    """

    written: int
    missing: int
    problem: str = ""
    usd: float | None = 0.0
