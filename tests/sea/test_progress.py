"""Whoever asks is told how far it is; nobody else is."""

import kurilmap as km
from kurilmap.sea import seas


def test_a_callable_is_told_each_scenario_by_its_title():
    told = []
    seas(["status-quo", "four-islands"], progress=lambda *step: told.append(step))
    titles = [str(km.scenario(id_).title) for id_ in ("status-quo", "four-islands")]
    assert told == [(0, 2, titles[0]), (1, 2, titles[1]), (2, 2, "")]


def test_a_log_gets_no_bar_and_standard_output_nothing(capfd):
    km.sea("status-quo", progress=True)
    assert capfd.readouterr() == ("", "")


def test_the_whole_catalogue_is_the_default():
    assert list(seas()) == list(km.scenarios())


def test_it_says_in_one_line_what_it_is():
    text = repr(km.sea("status-quo"))
    assert text.startswith("SeaZones('status-quo': JP ")
    assert text.endswith(" m)")
