"""
Trains the reader.

    python -m pullquote_reader.train --parent bge-small-en-v1.5.onnx --tokenizer tokenizer.json --data WORK/stage-1.jsonl --to WORK/stage-1.pt
    python -m pullquote_reader.train … --data WORK/stage-2.jsonl --begin WORK/stage-1.pt --to WORK/stage-2.pt --rate 4e-5

With `--steps 5 --limit 200` it only shows that it works.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from .data import Example, read_examples
from .network import Reader, encode, from_parent, open_tokenizer

LONGEST = 192
"""Tokens of an input; windows of the usual size fit with room to spare."""
WARM_UP = 0.06
"""The share of the steps in which the learning rate rises."""
SHUFFLED = 2000
"""Examples of like length are put together within so many, so that little is padded."""
IMPOSSIBLE = -1e4
"""The score of a token that must not be chosen."""


@dataclass(frozen=True)
class Row:
    """An example as numbers. `first` and `last` are the tokens of the answer, both 0 when there is none."""

    ids: list[int]
    segments: list[int]
    tokens: list[int]
    first: int
    last: int
    sentence_only: bool


def row_of(tokenizer: Tokenizer, example: Example) -> Row | None:
    """None when the answer was cut off."""
    encoded = encode(tokenizer, example.question, example.headline, example.text)
    tokens = encoded.tokens()
    first = last = 0
    if example.start >= 0:
        start, end = example.start + encoded.front, example.end + encoded.front
        inside = [i for i in tokens if encoded.places[i][1] > start and encoded.places[i][0] < end]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
    return Row(encoded.ids, encoded.segments, tokens, first, last, example.sentence_only)


def batches(rows: list[Row], most_tokens: int, chance: random.Random) -> list[list[Row]]:
    """Batches of at most `most_tokens` tokens with their padding, in random order."""
    order = rows[:]
    chance.shuffle(order)
    found: list[list[Row]] = []
    for at in range(0, len(order), SHUFFLED):
        batch: list[Row] = []
        for row in sorted(order[at : at + SHUFFLED], key=lambda each: len(each.ids)):
            if batch and len(row.ids) * (len(batch) + 1) > most_tokens:
                found.append(batch)
                batch = []
            batch.append(row)
        found.append(batch)
    chance.shuffle(found)
    return found


def loss_of(reader: nn.Module, batch: list[Row]) -> Tensor:
    """
    Half the negative log likelihood of the right starts and ends among the window's tokens and token 0. Where only the
    sentence is known, every token of it is right.
    """
    length = max(len(row.ids) for row in batch)
    shape = (len(batch), length)
    ids, segments, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    possible, starts, ends = (torch.zeros(shape, dtype=torch.bool) for _ in range(3))
    for number, row in enumerate(batch):
        size = len(row.ids)
        ids[number, :size] = torch.tensor(row.ids)
        segments[number, :size] = torch.tensor(row.segments)
        mask[number, :size] = 1
        possible[number, [0, *row.tokens]] = True
        for right, one in ((starts, row.first), (ends, row.last)):
            right[number, row.first : row.last + 1] = row.sentence_only
            right[number, one] = True
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = reader(ids, segments, mask)
    total = torch.zeros(len(batch))
    for raw, right in zip(scores, (starts, ends), strict=True):
        score = raw.float().masked_fill(~possible, IMPOSSIBLE)
        total = total + torch.logsumexp(score, 1) - torch.logsumexp(score.masked_fill(~right, IMPOSSIBLE), 1)
    return (total / 2).mean()


def rate_at(step: int, steps: int) -> float:
    """Rises to 1 and falls towards 0 in straight lines."""
    rising = (step + 1) / (WARM_UP * steps + 1)
    falling = (steps - step) / ((1 - WARM_UP) * steps)
    return min(rising, max(0.02, falling))


def endless(rows: list[Row], most_tokens: int, chance: random.Random) -> Iterator[list[Row]]:
    """One epoch after the other, each in another order."""
    while True:
        yield from batches(rows, most_tokens, chance)


def train(reader: Reader, rows: list[Row], options: argparse.Namespace) -> None:
    """Changes the reader."""
    chance = random.Random(1)
    for frozen in (reader.bert.embeddings, *reader.bert.encoder.layer[: options.freeze]):
        frozen.requires_grad_(False)
    learning = [each for each in reader.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=options.rate, weight_decay=0.01)
    steps = options.steps or int(len(batches(rows, options.tokens, random.Random(1))) * options.epochs)
    smooth, began = None, time.time()
    reader.train()
    for step, batch in zip(range(steps), endless(rows, options.tokens, chance), strict=False):
        for group in optimizer.param_groups:
            group["lr"] = options.rate * rate_at(step, steps)
        loss = loss_of(reader, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        if (step + 1) % 50 == 0 or step + 1 == steps:
            print(f"step {step + 1} of {steps}, loss {smooth:.3f}, {(time.time() - began) / 60:.1f} min", flush=True)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Train the reader.")
    parser.add_argument("--parent", type=Path, required=True, help="bge-small-en-v1.5 in ONNX with 32 bits")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="a file that pullquote_reader.data wrote")
    parser.add_argument("--to", type=Path, required=True, help="where the weights go")
    parser.add_argument("--begin", type=Path, help="weights of an earlier stage")
    parser.add_argument("--rate", type=float, default=6e-5, help="highest learning rate")
    parser.add_argument("--epochs", type=float, default=1)
    parser.add_argument("--tokens", type=int, default=4096, help="tokens of a batch")
    parser.add_argument("--freeze", type=int, default=3, help="lowest layers that stay as they are")
    parser.add_argument("--limit", type=int, help="only so many examples")
    parser.add_argument("--steps", type=int, help="only so many steps")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    reader = from_parent(options.parent)
    if options.begin:
        reader.load_state_dict(torch.load(options.begin, weights_only=True))
    tokenizer = open_tokenizer(options.tokenizer, LONGEST)
    rows = [row for row in (row_of(tokenizer, example) for example in read_examples(options.data, options.limit)) if row]
    print(len(rows), "examples")
    train(reader, rows, options)
    torch.save(reader.state_dict(), options.to)


if __name__ == "__main__":
    main()
