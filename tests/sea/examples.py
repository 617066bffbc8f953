"""Scenarios that the sea is tried on: of the catalogue, and of the test's own."""

import kurilmap as km


def today():
    return km.scenario("status-quo")


EXAMPLES = {
    "status-quo": today,
    "four-islands": lambda: km.scenario("four-islands"),
    "two-islands-1956": lambda: km.scenario("two-islands-1956"),
    "three-islands": lambda: km.scenario("three-islands"),
    "aso-quarter": lambda: km.scenario("aso-quarter"),
    "equal-area": lambda: km.scenario("equal-area"),
    "joint": lambda: today().assign(etorofu="joint", habomai="JP"),
    "islets": lambda: today().assign(**{"habomai/suisho": "JP", "habomai/taraku": "joint"}),
    # This cut runs through an inlet and a rock: its land boundary has many ends.
    "many ends": lambda: today().cut("shikotan", share=0.578, holder="JP", rest="RU"),
    "habomai cut": lambda: today().cut("habomai", share=0.5, holder="JP", rest="joint"),
}
