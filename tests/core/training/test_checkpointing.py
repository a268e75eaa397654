"""Gradient checkpointing gives the gradients of plain backpropagation."""

from __future__ import annotations

import torch

from core.training.checkpointing import checkpoint


def test_gradients_with_checkpointing_are_those_without() -> None:
    torch.manual_seed(0)
    layers = torch.nn.Sequential(
        torch.nn.Linear(6, 8), torch.nn.Dropout(0.5), torch.nn.ReLU(), torch.nn.Linear(8, 2)
    )
    inputs, gradients = torch.randn(5, 6), []
    for function in (layers, lambda x: checkpoint(layers, x, lambda: False)):
        torch.manual_seed(9)
        layers.zero_grad()
        function(inputs).square().sum().backward()
        gradients.append([parameter.grad.clone() for parameter in layers.parameters()])
    assert all(torch.allclose(a, b) for a, b in zip(*gradients, strict=True))


def test_a_cancelled_backward_pass_raises_nothing() -> None:
    layer = torch.nn.Linear(3, 2)
    checkpoint(layer, torch.randn(4, 3), lambda: True).sum().backward()
    assert layer.weight.grad is None
