"""How much is done: in numbers, or as much of it as a time allows."""

import math
import time
from dataclasses import dataclass

SHARES = {"kills": 816, "surroundings": 30, "concurrency": 80, "repairs": 70, "soak": 64, "corruptions": 680,
          "faults": 500, "fuzz": 420}
"""About the seconds that parts take with their defaults on two cores, builds left out."""


@dataclass
class Amounts:
    """What a run consists of."""

    kills: int
    seconds: float
    """Of readers beside a writer, of repairs beside writers, and of the soak."""
    corruptions: int
    factor: int
    """How many times as many faults as the tests."""
    fuzzing: float
    """Seconds for each target."""
    every: int = 1
    """Of the system calls of a kind one in so many is hit."""

    def scaled(self, share: float) -> "Amounts":
        """That share of everything, and at least one of each."""
        return Amounts(
            kills=math.ceil(self.kills * share), seconds=max(self.seconds * share, 1),
            corruptions=math.ceil(self.corruptions * share),
            factor=max(round(self.factor * share), 1), fuzzing=max(self.fuzzing * share, 1),
            every=max(round(1 / share), 1))


class Clock:
    """Tells when the time of a part is over; without a budget it never is."""

    def __init__(self, budget: float | None, parts: list[str]):
        self._budget = budget
        self._all = sum(SHARES[part] for part in parts)
        self._end = math.inf

    @property
    def share(self) -> float:
        """What part of the usual work there is time for."""
        return 1 if self._budget is None else min(self._budget / self._all, 1)

    def begin(self, part: str) -> None:
        """Gives a part its share of the budget from now on."""
        if self._budget is not None:
            self._end = time.monotonic() + self._budget * SHARES[part] / self._all

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._end
