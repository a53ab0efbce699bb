"""
Makes the training files.

    python -m pullquote_reader.data --from FOLDER --to WORK

FOLDER holds the data sets by the names in `stage_one` and `stage_two`. Writes WORK/stage-1.jsonl, WORK/stage-2.jsonl and
the articles kept apart as WORK/apart/. The same data give the same files.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from . import sources
from .sources import Asked
from .text import Span, WINDOW_TOKENS, content_words, sentences, window_around, windows

APART_EVERY, APART_PART = 9, 4
"""Of each nine natural articles the fifth is never trained on."""

NEWS = Path(__file__).resolve().parents[2] / "news"
"""The project's own questions on invented news (lab/reader/news); those of `apart.jsonl` are never trained on."""

LEADS = ("Quick one: ", "For the piece I'm writing: ", "Can you tell me, ", "hey, ", "Need this for a caption: ", "so ", "ok ")
TAILS = ("?? ", ", anyone?", " please", " thanks", " in the story", " according to the article")

REPLAYED = {"qed": 2500, "selqa": 800, "squad": 2500, "new_wiki": 1300, "qamr": 300, "reddit": 400, "amazon_reviews": 200}
"""How many examples of stage 1 are seen again in stage 2, so that it does not forget them."""


@dataclass(frozen=True)
class Example:
    """A question on a window. `start` and `end` are characters of `text`, -1 when it has no answer."""

    source: str
    question: str
    headline: str
    text: str
    start: int
    end: int
    sentence_only: bool = False


def mistyped(question: str, chance: random.Random) -> str:
    """The question with one typing error in a word of five letters or more: letters swapped, one dropped, or one doubled."""
    words = [match for match in re.finditer(r"[A-Za-z]{5,}", question)]
    if not words:
        return question
    word = chance.choice(words)
    at = chance.randrange(word.start() + 1, word.end() - 1)
    wrong = chance.choice((question[at + 1] + question[at], question[at + 1], question[at] + question[at : at + 2]))
    return question[:at] + wrong + question[at + 2 :]


def as_typed(question: str, chance: random.Random) -> str:
    """A question as somebody might type it: some mistyped, some in lower case, some with a greeting or a word of thanks."""
    if chance.random() < 0.08:
        question = mistyped(question, chance)
    draw = chance.random()
    if draw < 0.10:
        return chance.choice(LEADS) + question[:1].lower() + question[1:]
    if draw < 0.15:
        return question.rstrip(" ?") + chance.choice(TAILS)
    return question.rstrip(" ?").lower() if draw < 0.30 else question


def answered(asked: Asked, budget: int, keep_headline: float, chance: random.Random) -> Iterator[Example]:
    """The question on a window that holds its answer."""
    if asked.answer is None:
        return
    window = window_around(asked.text, asked.answer, budget, chance)
    if window is None:
        return
    headline = asked.headline if chance.random() < keep_headline else ""
    start, end = asked.answer.start - window.start, asked.answer.end - window.start
    text = asked.text[window.start : window.end]
    yield Example(asked.source, as_typed(asked.question, chance), headline, text, start, end, asked.sentence_only)


def unanswered(asked: Asked, share: float, keep_headline: float, chance: random.Random) -> Iterator[Example]:
    """For a share of the questions: a window that looks like it would answer, and does not."""
    text = asked.whole_text or asked.text
    if chance.random() >= share:
        return
    wanted = content_words(asked.question)

    def likeness(window: Span) -> float:
        return len(wanted & content_words(text[window.start : window.end])) + chance.random()

    possible = [window for window in windows(text) if not holds(text, window, asked)]
    if not possible:
        return
    window = chance.choice(sorted(possible, key=likeness, reverse=True)[:2])
    headline = asked.headline if chance.random() < keep_headline else ""
    yield Example(asked.source, as_typed(asked.question, chance), headline, text[window.start : window.end], -1, -1)


class Elsewhere:
    """Windows of other articles that share rare words with a question, as an archive's candidates do."""

    def __init__(self, articles: dict[str, str]) -> None:
        self.articles = articles
        self.words = {headline: content_words(f"{headline} {text}") for headline, text in articles.items()}
        self.frequencies = collections.Counter(word for words in self.words.values() for word in words)

    def window(self, asked: Asked, chance: random.Random) -> Example | None:
        """
        A window of another article. None for a question without a word that only its own article has: such a question
        might be answered elsewhere too.
        """
        wanted = content_words(asked.question)
        own = wanted & self.words.get(asked.headline, set())
        if not any(self.frequencies[word] == 1 for word in own):
            return None
        weights = {word: 1 / self.frequencies[word] for word in wanted if self.frequencies[word] > 0}
        others = [headline for headline in self.articles if headline != asked.headline]
        likest = sorted(others, key=lambda each: -sum(weights.get(word, 0) for word in wanted & self.words[each]))[:4]
        headline = chance.choice(likest)
        text = self.articles[headline]
        possible = windows(text)
        window = max(possible, key=lambda each: len(wanted & content_words(text[each.start : each.end])) + chance.random())
        return Example("elsewhere", as_typed(asked.question, chance), headline, text[window.start : window.end], -1, -1)


def holds(text: str, window: Span, asked: Asked) -> bool:
    """Whether a window has one of the wordings of the answer."""
    part = text[window.start : window.end].lower()
    return any(wording.lower() in part for wording in asked.answers)


def stage_one(folder: Path, chance: random.Random) -> list[Example]:
    """Many questions, mostly written with the text in view: what an answer is."""
    train = folder / "train"
    sets: list[tuple[Iterable[Asked], int, float]] = [
        (sources.squad(train / f"squadshifts-{name}_v1.0.json", name, name == "new_wiki"), 1, 0.35 if name == "new_wiki" else 0)
        for name in ("new_wiki", "reddit", "amazon_reviews")
    ]
    sets.append((sources.squad_folder(folder / "eval" / "squad-a", "squad"), 1, 0.4))
    sets.append((sources.qed(train / "qed-dev.jsonl"), 3, 0))
    sets.append((sources.selqa(train / "selqa-dev.json"), 2, 0))
    sets.append((itertools.islice(sources.qamr(train / "qamr-dev.tsv", train / "qamr-wiki-sentences.tsv"), 9000), 1, 0))
    examples: list[Example] = []
    for questions, times, negatives in sets:
        for asked in questions:
            for _ in range(times):
                examples += answered(asked, WINDOW_TOKENS, 0.7, chance)
            examples += unanswered(asked, 1 if asked.answer is None else negatives, 0.7, chance)
    chance.shuffle(examples)
    return examples


def stage_two(folder: Path, first: Iterable[Example], times: int, chance: random.Random) -> list[Example]:
    """Natural questions and near misses on news, so many times, and some of stage 1 again."""
    examples: list[Example] = []
    natural = list(sources.natural(folder / "train" / "natural-news.jsonl", APART_EVERY, APART_PART, inside=True))
    for path in sorted(NEWS.glob("*.jsonl")):
        if path.stem != "apart":
            natural += sources.natural(path, 1, -1, inside=True)
    elsewhere = Elsewhere({asked.headline: asked.text for asked in natural})
    for _ in range(times):
        for asked in natural:
            examples += answered(asked, chance.choice((60, WINDOW_TOKENS, WINDOW_TOKENS)), 0.9, chance)
            examples += unanswered(asked, 1 if asked.answer is None else 0.4, 0.9, chance)
            other = elsewhere.window(asked, chance)
            examples += [other] if other else []
    again: collections.Counter[str] = collections.Counter()
    for example in first:
        if again[example.source] < REPLAYED.get(example.source, 0):
            again[example.source] += 1
            examples.append(example)
    chance.shuffle(examples)
    return examples


def write_apart(folder: Path, to: Path) -> None:
    """The natural articles that were not trained on, as a folder that `judge` and `npm run eval` take."""
    (to / "articles").mkdir(parents=True, exist_ok=True)
    names: dict[str, str] = {}
    with (to / "questions.jsonl").open("w", encoding="utf-8") as out:
        for number, asked in enumerate(
            sources.natural(folder / "train" / "natural-news.jsonl", APART_EVERY, APART_PART, inside=False)
        ):
            name = names.setdefault(asked.headline, f"article-{len(names) + 1}")
            (to / "articles" / f"{name}.txt").write_text(f"{asked.headline}\n\n{asked.text}\n", encoding="utf-8")
            answer = asked.text[asked.answer.start : asked.answer.end] if asked.answer else None
            gold = [sentence_with(asked.text, asked.answer)] if asked.answer else []
            row = {"id": f"{name}-{number}", "article": name, "q": asked.question, "answerable": answer is not None}
            out.write(json.dumps({**row, "gold": gold, "answer": answer}) + "\n")


def sentence_with(text: str, answer: Span) -> str:
    """The sentence in which an answer begins."""
    span = next(span for span in sentences(text) if span.start <= answer.start < span.end)
    return text[span.start : span.end].strip()


def write_examples(examples: Iterable[Example], to: Path) -> None:
    """One example a line."""
    to.write_text("".join(json.dumps(asdict(example)) + "\n" for example in examples), encoding="utf-8")


def read_examples(path: Path, limit: int | None = None) -> list[Example]:
    """What `write_examples` wrote, or its first `limit` examples."""
    with path.open(encoding="utf-8") as lines:
        return [Example(**json.loads(line)) for line in itertools.islice(lines, limit)]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Make the training files.")
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder with train/ and eval/squad-a/")
    parser.add_argument("--to", type=Path, required=True, help="folder to write to")
    parser.add_argument("--times", type=int, default=2, help="how often stage 2 sees each natural question")
    parser.add_argument("--seed", type=int, default=7, help="another seed gives other windows, greetings and typing errors")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    chance = random.Random(arguments.seed)
    first = stage_one(arguments.folder, chance)
    second = stage_two(arguments.folder, first, arguments.times, chance)
    for name, examples in (("stage-1", first), ("stage-2", second)):
        write_examples(examples, arguments.to / f"{name}.jsonl")
        print(name, len(examples), "examples, without an answer", sum(example.start < 0 for example in examples))
        for source, count in sorted(collections.Counter(example.source for example in examples).items()):
            print(f"  {source:16}{count:7}")
    write_apart(arguments.folder, arguments.to / "apart")


if __name__ == "__main__":
    main()
