"""Small values of which a run makes millions: dataclasses that the type checker holds frozen and Python makes quickly."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[T]) -> type[T]:
    """Like `dataclass(frozen=True, slots=True)`. Nothing may be assigned to a field: the type checker sees to it.

    That it is not also guarded while running makes a value in a quarter of the time.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def ordered(kind: type[T]) -> type[T]:
    """A record whose values have an order, field by field."""
    return dataclass(slots=True, unsafe_hash=True, order=True)(kind)
