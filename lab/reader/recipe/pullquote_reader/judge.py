"""
Judges weights on questions that were not trained on, each put to its own article.

    python -m pullquote_reader.judge --network WORK/reader-int8.onnx --tokenizer tokenizer.json FOLDER...

A FOLDER has articles/*.txt and questions.jsonl. Prints how often the first sentence is right and one of the first three, how
well the words pointed at agree with the answer, and how well margins tell answerable questions from others. The figures
that count are those of the whole program: `npm run eval -- answers --data FOLDER`.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from .network import encode, open_tokenizer
from .quantise import INPUTS, OUTPUTS
from .sources import read_article
from .text import Span, sentences, windows

LONGEST = 256
LONGEST_SPAN = 40
"""A span ends at most so many tokens after its first, as in src/reader/spans.ts."""


@dataclass(frozen=True)
class Found:
    """The best span of a sentence. Places are characters of the article."""

    margin: float
    span: Span


class Judge:
    """A network that reads whole articles."""

    def __init__(self, network: Path, tokenizer: Path) -> None:
        self.session = onnxruntime.InferenceSession(str(network))
        self.tokenizer: Tokenizer = open_tokenizer(tokenizer, LONGEST)

    def read(self, question: str, headline: str, text: str) -> dict[Span, Found]:
        """The best span of each sentence, over all windows that it stands in."""
        best: dict[Span, Found] = {}
        for window in windows(text):
            encoded = encode(self.tokenizer, question, headline, text[window.start : window.end])
            numbers = (encoded.ids, encoded.segments, [1] * len(encoded.ids))
            inputs = {name: np.array([each], dtype=np.int64) for name, each in zip(INPUTS, numbers, strict=True)}
            start, end = (output[0] for output in self.session.run(OUTPUTS, inputs))
            shift = window.start - encoded.front
            for sentence in sentences(text):
                tokens = [
                    i
                    for i in encoded.tokens()
                    if encoded.places[i][0] + shift >= sentence.start and encoded.places[i][1] + shift <= sentence.end
                ]
                if not tokens or not window.start <= sentence.start <= sentence.end <= window.end:
                    continue
                scores = np.triu(start[tokens][:, None] + end[tokens][None, :] + 1e6)
                scores = scores - np.triu(scores, LONGEST_SPAN + 1)
                i, j = np.unravel_index(np.argmax(scores), scores.shape)
                margin = float(start[tokens[i]] + end[tokens[j]] - start[0] - end[0])
                if sentence not in best or margin > best[sentence].margin:
                    span = Span(encoded.places[tokens[i]][0] + shift, encoded.places[tokens[j]][1] + shift)
                    best[sentence] = Found(margin, span)
        return best


def folded(text: str) -> str:
    """Words alone, in lower case."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def is_right(sentence: str, gold: list[str]) -> bool:
    """Whether a sentence holds a right one, or is at least half of one."""
    this = folded(sentence)
    return any(one in this or (this in one and len(this) * 2 >= len(one)) for one in map(folded, gold))


def agreement(found: str, answer: str) -> float:
    """F1 of the words of two spans."""
    one, other = set(folded(found).split()), set(folded(answer).split())
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def area(right: list[float], wrong: list[float]) -> float:
    """How often a margin of the first list is above one of the second (area under the ROC curve)."""
    if not right or not wrong:
        return float("nan")
    above = np.array(right)[:, None] - np.array(wrong)[None, :]
    return float((above > 0).mean() + (above == 0).mean() / 2)


def judge_folder(judge: Judge, folder: Path, limit: int | None) -> str:
    """One line of figures."""
    texts = {path.stem: read_article(path) for path in sorted((folder / "articles").glob("*.txt"))}
    first, third, spans = [], [], []
    answerable, others = [], []
    for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()[:limit]:
        asked = json.loads(line)
        headline, text = texts[asked["article"]]
        ranked = sorted(judge.read(asked["q"], headline, text).items(), key=lambda each: -each[1].margin)
        top = ranked[0][1]
        if not asked["answerable"]:
            others.append(top.margin)
            continue
        answerable.append(top.margin)
        rights = [is_right(text[sentence.start : sentence.end], asked["gold"]) for sentence, _ in ranked[:3]]
        first.append(rights[0])
        third.append(any(rights))
        if rights[0] and asked.get("answer"):
            spans.append(agreement(text[top.span.start : top.span.end], asked["answer"]))
    return (
        f"{folder.name}: {len(first)} answerable, first {100 * np.mean(first):.1f}, in three {100 * np.mean(third):.1f}, "
        f"span F1 {np.mean(spans) if spans else float('nan'):.2f}, area {area(answerable, others):.2f}"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Judge weights on questions that were not trained on.")
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="only so many questions of each folder")
    parser.add_argument("folders", type=Path, nargs="+")
    arguments = parser.parse_args()
    judge = Judge(arguments.network, arguments.tokenizer)
    for folder in arguments.folders:
        print(judge_folder(judge, folder, arguments.limit), flush=True)


if __name__ == "__main__":
    main()
