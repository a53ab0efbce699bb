"""Sentences and windows, as near to those of the bot (src/reader/windows.ts) as training needs."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

WINDOW_TOKENS = 110
"""What a window holds besides its front, in WordPiece tokens."""

TOKENS_PER_WORD = 1.18
"""WordPiece tokens for each word or mark of English news."""

_ABBREVIATION = re.compile(
    r"(?:^|[\s(.\"])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sr|Jr|Gen|Col|Lt|Sen|Rep|Gov|Prof|Inc|Co|Corp|Ltd|vs|No|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|e\.g|i\.e)\.$"
)
_BOUNDARY = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")
_WORD = re.compile(r"\w+|[^\w\s]")
_LETTERS = re.compile(r"\w+")

STOP_WORDS = frozenset(
    "the a an of in on at to for is was were are be been by with and or what who when where why how which did does do "
    "it its that this from as".split()
)


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` (exclusive) of a text."""

    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """The sentences of a text, with the white space after them."""
    found: list[Span] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        before = text[start : match.start() + 1]
        if "\n" not in match.group() and _ABBREVIATION.search(before):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
    found.append(Span(start, len(text)))
    return [span for span in found if text[span.start : span.end].strip()]


def estimated_tokens(text: str) -> int:
    """About as many WordPiece tokens as a text has."""
    return int(len(_WORD.findall(text)) * TOKENS_PER_WORD) + 1


def windows(text: str, budget: int = WINDOW_TOKENS) -> list[Span]:
    """Whole sentences of at most `budget` tokens together, each window beginning in the middle of the one before."""
    spans = sentences(text)
    sizes = [estimated_tokens(text[span.start : span.end]) for span in spans]
    found: list[Span] = []
    first = 0
    while first < len(spans):
        last, total = first, sizes[first]
        while last + 1 < len(spans) and total + sizes[last + 1] <= budget:
            last += 1
            total += sizes[last]
        found.append(Span(spans[first].start, spans[last].end))
        if last + 1 >= len(spans):
            break
        first = max(first + 1, first + (last - first + 2) // 2)
    return found


def window_around(text: str, answer: Span, budget: int, chance: random.Random) -> Span | None:
    """A window that holds an answer whole, at a random place in it; None when the answer is in no sentence."""
    spans = sentences(text)
    sizes = [estimated_tokens(text[span.start : span.end]) for span in spans]
    first = next((i for i, span in enumerate(spans) if span.start <= answer.start < span.end), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(spans) and spans[last].end < answer.end:
        last += 1
    total = sum(sizes[first : last + 1])
    while True:
        room: list[int] = []
        if first > 0 and total + sizes[first - 1] <= budget:
            room.append(-1)
        if last + 1 < len(spans) and total + sizes[last + 1] <= budget:
            room.append(1)
        # Some windows stay short, as those of short articles are.
        if not room or chance.random() < 0.05:
            break
        if chance.choice(room) < 0:
            first -= 1
            total += sizes[first]
        else:
            last += 1
            total += sizes[last]
    window = Span(spans[first].start, spans[last].end)
    return window if window.start <= answer.start and answer.end <= window.end else None


def content_words(text: str) -> set[str]:
    """The words of a text in lower case, without those that nearly every sentence has."""
    return set(_LETTERS.findall(text.lower())) - STOP_WORDS
