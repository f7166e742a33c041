"""Amounts of money as they are typed on the command line, and as they are told."""

from __future__ import annotations

import argparse
from decimal import Decimal, InvalidOperation


def parse_amount(text: str) -> Decimal:
    """Read US dollars, as "2", "0.50" or "$0.50".

    Raises:
        argparse.ArgumentTypeError: It is no amount.
    """
    try:
        amount = Decimal(text.strip().removeprefix("$"))
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is no amount of US dollars, as 0.50") from None
    if not amount.is_finite() or amount < 0:
        raise argparse.ArgumentTypeError("an amount can't be less than 0")
    return amount


def dollars(usd: Decimal) -> str:
    """Return an amount to the cent, smaller ones to a hundredth of one: `$1.25`, `$0.0042`."""
    return f"${usd:.2f}" if usd >= 1 or not usd else f"${usd:.4f}"
