"""Spans of membership for tests."""

from __future__ import annotations

import datetime

from chuxin.words.dates import PartialDate
from hypothesis import strategies as st

DAY = datetime.timedelta(days=1)


EDGES = [
    datetime.date(2030, 12, 31), datetime.date(2031, 1, 1), datetime.date(2031, 1, 31), datetime.date(2031, 2, 1),
    datetime.date(2031, 2, 28), datetime.date(2031, 12, 30), datetime.date(2031, 12, 31), datetime.date(2032, 1, 1),
    datetime.date(2032, 2, 29), datetime.date(2032, 12, 31),
]  # fmt: skip


PERIOD = [datetime.date(2030, 11, 1) + number * DAY for number in range(850)]


# There are days before and after each of these: what is tried out ends with the period, what is unknown does not.
a_day = st.sampled_from(EDGES) | st.sampled_from(PERIOD[1:-1])


a_date = st.builds(
    lambda sense, day, length: PartialDate.parse(f"{sense}{day}"[: len(sense) + length]),
    st.sampled_from(["", "", "不晚于"]),
    a_day,
    st.sampled_from([4, 7, 10]),
)


a_case = st.tuples(st.none() | a_date, st.none() | a_date, st.lists(a_date, max_size=2), st.none() | a_date, a_day)
