"""The data sets, each brought to one form. Where they come from and their licences: models/MODEL_CARD.md."""

from __future__ import annotations

import collections
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .text import Span

LONGEST_ANSWER = 120
"""Longer answers are no spans that a reader of news would mark. Characters."""


@dataclass(frozen=True)
class Asked:
    """A question on a text. `answer` is None when the text does not answer it."""

    source: str
    question: str
    headline: str
    text: str
    answer: Span | None
    answers: tuple[str, ...] = ()
    """Every wording that counts as right; none of them may stand in a window that is shown as having no answer."""
    whole_text: str = ""
    """The article that the text is a part of, where there is one: other windows of it have no answer."""
    sentence_only: bool = False
    """Only the sentence is known, not the words in it."""


def squad(path: Path, source: str, with_titles: bool) -> Iterator[Asked]:
    """SQuAD's form (also SQuADShifts'), with its questions that have no answer."""
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        headline = article["title"].replace("_", " ") if with_titles else ""
        whole = "\n\n".join(paragraph["context"] for paragraph in article["paragraphs"])
        for paragraph in article["paragraphs"]:
            for asked in paragraph["qas"]:
                common = (source, asked["question"].strip(), headline, paragraph["context"])
                if asked.get("is_impossible") or not asked["answers"]:
                    yield Asked(*common, answer=None)
                    continue
                counted = collections.Counter((a["text"], a["answer_start"]) for a in asked["answers"])
                (text, start), _ = counted.most_common(1)[0]
                if len(text) <= LONGEST_ANSWER:
                    wordings = tuple(a["text"] for a in asked["answers"])
                    yield Asked(*common, Span(start, start + len(text)), wordings, whole_text=whole if headline else "")


def squad_folder(folder: Path, source: str) -> Iterator[Asked]:
    """A folder of `articles/*.txt` and `questions.jsonl`, as `npm run eval -- answers --data` takes it."""
    texts = {path.stem: read_article(path) for path in sorted((folder / "articles").glob("*.txt"))}
    for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        headline, text = texts[asked["article"]]
        wordings = tuple(asked.get("answers") or ([asked["answer"]] if asked.get("answer") else ()))
        answer = None
        if asked["answerable"] and asked["gold"]:
            at = text.find(asked["gold"][0])
            inside = next((w for w in wordings if at >= 0 and 0 <= text.find(w, at) < at + len(asked["gold"][0])), None)
            if inside is None:
                continue
            start = text.find(inside, at)
            answer = Span(start, start + len(inside))
        yield Asked(source, asked["q"], headline, text, answer, wordings, whole_text=text)


def read_article(path: Path) -> tuple[str, str]:
    """Headline and body of an article file; front matter is passed over."""
    text = path.read_text(encoding="utf-8")
    if text.startswith("---\n"):
        text = text[text.index("\n---\n", 4) + 5 :]
    headline, _, body = text.lstrip("\n").partition("\n")
    return headline.strip(), body


def qed(path: Path) -> Iterator[Asked]:
    """QED: real search questions with a paragraph of Wikipedia; its text is tokenised, so it is joined again."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, moved = joined(row["paragraph_text"])
        marked = [a["paragraph_reference"] for a in row.get("annotation", {}).get("answer") or [] if a.get("paragraph_reference")]
        spans = [(a["start"], a["end"]) for a in marked] or [a[0].values() for a in row["original_nq_answers"] if a]
        if spans:
            start, end = list(spans[0])[:2]
            answer = Span(moved[start], moved[end])
            yield Asked("qed", row["question_text"], row["title_text"], text, answer)


def selqa(path: Path) -> Iterator[Asked]:
    """SelQA: the sentence that answers is known, the words in it are not."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        text, places = "", []
        for candidate in (each.strip() for each in row["candidates"]):
            places.append(Span(len(text), len(text) + len(candidate)))
            text += f"{candidate} "
        headline = row["article"].replace("_", " ")
        yield Asked("selqa", row["question"], headline, text, places[row["answers"][0]], sentence_only=True)


def qamr(questions: Path, sentences: Path) -> Iterator[Asked]:
    """QAMR: short questions on single sentences, with the numbers of the answering tokens."""
    texts = dict(line.split("\t", 1) for line in sentences.read_text(encoding="utf-8").splitlines())
    seen: set[tuple[str, str]] = set()
    for line in questions.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        key, question, numbers = columns[0], columns[5], [int(n) for n in columns[6].split()]
        if key not in texts or (key, question) in seen or not numbers or max(numbers) - min(numbers) > 12:
            continue
        seen.add((key, question))
        tokens = texts[key].split(" ")
        begin = sum(len(token) + 1 for token in tokens[: min(numbers)])
        end = sum(len(token) + 1 for token in tokens[: max(numbers)]) + len(tokens[max(numbers)])
        # Brackets and quotes are written as Penn Treebank codes; the places of all others must stay.
        raw = texts[key]
        for code, mark in (("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", '"'), ("''", '"')):
            raw = raw.replace(code, mark.ljust(len(code)))
        text, moved = joined(raw)
        yield Asked("qamr", question, "", text, Span(moved[begin], moved[end]))


def natural(path: Path, every: int, part: int, inside: bool) -> Iterator[Asked]:
    """
    Natural questions on invented news. Of each `every` articles of a set the one numbered `part` is kept apart: it is
    given when `inside` is false, all others when it is true.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        article = json.loads(line)
        if ((number % 26) % every == part) == inside:
            continue
        text = article["text"]
        for asked in article["questions"]:
            answer = None
            if asked["answer"]:
                at = text.find(asked["sentence"])
                start = text.find(asked["answer"], at)
                if at < 0 or start < 0:
                    continue
                answer = Span(start, start + len(asked["answer"]))
            wordings = (asked["answer"],) if asked["answer"] else ()
            yield Asked("natural", asked["q"], article["headline"], text, answer, wordings, whole_text=text)


def joined(text: str) -> tuple[str, list[int]]:
    """Takes out the blanks that tokenising put in; also tells where each character, and the end, stand now."""
    result, moved = "", []
    for index, character in enumerate(text):
        moved.append(len(result))
        following = text[index + 1 : index + 2]
        unwanted = (following and following in ".,;:?!%)'") or (result and result[-1] in "($")
        if character != " " or not unwanted:
            result += character
    return result, [*moved, len(result)]
