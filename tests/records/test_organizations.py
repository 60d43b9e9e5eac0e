"""Units and bodies."""

from typing import get_args

from chuxin.records.organizations import BODIES, Classification


def literals(annotation) -> tuple[str, ...]:
    return get_args(annotation)


def test_bodies_are_classifications():
    assert literals(Classification)[:3] == BODIES
