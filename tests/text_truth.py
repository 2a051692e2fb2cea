"""A text tower by hand, as a user's own file: every unit of its first node is one letter."""

from __future__ import annotations

CODE = '''
import torch
from torch import nn


class Tower(nn.Module):
    """Unit i of `letters` is 1 at the tokens of the letter i; unit 0 of `pairs` likes a and hates b."""

    reads = "words"

    def __init__(self):
        super().__init__()
        self.letters = nn.Embedding(27, 26, padding_idx=0)
        self.pairs, self.act, self.out = nn.Linear(26, 2, bias=False), nn.ReLU(), nn.Linear(2, 3)
        with torch.no_grad():
            self.letters.weight.copy_(torch.cat([torch.zeros(1, 26), torch.eye(26)]))
            self.pairs.weight.zero_()
            self.pairs.weight[0, :2] = torch.tensor([2.0, -3.0])
            self.pairs.weight[1, 2] = 1.0
        self.example_input = self.tokenize(["abc"])
        self.register_forward_pre_hook(lambda module, args: (args[0].long(),))

    def tokenize(self, texts):
        rows = torch.zeros(len(texts), 9, dtype=torch.long)
        for row, text in zip(rows, texts, strict=True):
            for place, letter in enumerate(text[:9]):
                row[place] = max(ord(letter) - 96, 0)
        return rows

    def forward(self, tokens):
        return self.out(self.act(self.pairs(self.letters(tokens)))).mean(1)


def tower():
    torch.manual_seed(0)
    return Tower()
'''
