"""The network: bge-small-en-v1.5 with one linear layer that scores each token as the start and the end of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

LAYERS, WIDTH, HEADS, INNER, VOCABULARY = 12, 384, 12, 1536, 30_522


class Reader(nn.Module):
    """Token numbers, segments and mask, each [batch, length], in; scores of starts and of ends, [batch, length], out."""

    def __init__(self) -> None:
        super().__init__()
        config = BertConfig(
            vocab_size=VOCABULARY,
            hidden_size=WIDTH,
            num_hidden_layers=LAYERS,
            num_attention_heads=HEADS,
            intermediate_size=INNER,
            hidden_dropout_prob=0.1,
            attn_implementation="sdpa",
        )
        self.bert = BertModel(config, add_pooling_layer=False)
        self.scores = nn.Linear(WIDTH, 2)

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Token 0 stands for "no answer here"."""
        hidden = self.bert(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        scores = self.scores(hidden)
        return scores[..., 0], scores[..., 1]


def from_parent(parent: Path) -> Reader:
    """A reader with the parent's weights, read from its ONNX file in 32 bits. Raises ValueError when one is missing."""
    reader = Reader()
    state = reader.bert.state_dict()
    found = parent_weights(parent)
    missing = [name for name in state if name not in found and not name.endswith(("position_ids", "token_type_ids"))]
    if missing:
        raise ValueError(f"{parent} has no weights for {', '.join(missing[:5])}.")
    reader.bert.load_state_dict({name: found[name] for name in state if name in found}, strict=False)
    return reader


def parent_weights(parent: Path) -> dict[str, Tensor]:
    """
    The weights of a BERT in ONNX by their names in transformers. Exporting gives the weights of linear layers new names,
    so each is found by the bias that is added to what it makes, and turned, since ONNX multiplies from the other side.
    """
    graph = onnx.load(str(parent)).graph
    arrays = {each.name: torch.from_numpy(numpy_helper.to_array(each).copy()) for each in graph.initializer}
    bias_of: dict[str, str] = {}
    for node in graph.node:
        if node.op_type == "Add":
            for name, other in (node.input, reversed(node.input)):
                if name in arrays and name.endswith(".bias"):
                    bias_of[other] = name
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in arrays and node.output[0] in bias_of:
            arrays[bias_of[node.output[0]].removesuffix("bias") + "weight"] = arrays[node.input[1]].T.contiguous()
    return {name.removeprefix("bert.").removeprefix("model."): array for name, array in arrays.items()}


@dataclass(frozen=True)
class Encoded:
    """A question and a window as token numbers. `places` are the characters of `front + text` of each token."""

    ids: list[int]
    segments: list[int]
    places: list[tuple[int, int]]
    front: int
    """How many characters stand in front of the window."""

    def tokens(self) -> list[int]:
        """Indices of the tokens of the window itself, without question, headline and marks."""
        rows = zip(self.segments, self.places, strict=True)
        return [i for i, (segment, (a, b)) in enumerate(rows) if segment == 1 and b > a and a >= self.front]


def encode(tokenizer: Tokenizer, question: str, headline: str, text: str) -> Encoded:
    """`[CLS] question [SEP] headline : text [SEP]`, as src/reader/encode.ts does it."""
    front = f"{headline} : " if headline else ""
    encoding = tokenizer.encode(question, front + text)
    return Encoded(encoding.ids, encoding.type_ids, encoding.offsets, len(front))


def open_tokenizer(path: Path, longest: int) -> Tokenizer:
    """The tokenizer of both networks; inputs are cut to `longest` tokens."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=longest)
    return tokenizer
