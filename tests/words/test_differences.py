"""What changed between two versions of a passage."""

import pytest
from chuxin.words.differences import compared
from hypothesis import given
from hypothesis import strategies as st


def marked(stretches) -> str:
    """Return a version with brackets around what only it has."""
    return "".join(text if same else f"[{text}]" for text, same in stretches)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("每年开一次会。", "每年开两次会。", "每年开[一]次会。", "每年开[两]次会。"),
        ("由街道召集。", "由街道和轮值主席召集。", "由街道召集。", "由街道[和轮值主席]召集。"),
        ("一次，由街道召集。", "两次，由街道和主席召集。", "[一]次，由街道召集。", "[两]次，由街道[和主席]召集。"),
        # A character that both happen to have in the midst of a change is no help.
        ("甲方乙方。", "丙方丁戊。", "[甲方乙方]。", "[丙方丁戊]。"),
        ("一样", "一样", "一样", "一样"),
        ("", "新的", "", "[新的]"),
        ("旧的", "", "[旧的]", ""),
        ("会会", "会会会", "会会", "会会[会]"),
    ],
)
def test_what_differs_is_marked(before, after, old, new):
    assert tuple(map(marked, compared(before, after))) == (old, new)


TEXTS = st.text("会议章程每年\n", max_size=20)


@given(TEXTS, TEXTS)
def test_the_words_stay_the_words_and_what_is_alike_is_the_same_in_both(before, after):
    old, new = compared(before, after)
    assert ["".join(text for text, _ in side) for side in (old, new)] == [before, after]
    assert ["".join(text for text, same in side if same) for side in (old,)] == [
        "".join(text for text, same in new if same)
    ]
    assert not (before == after and not all(same for _, same in (*old, *new)))
