"""Whether soldiers are asked for, promised, there, or leaving, by the words around their number."""

from __future__ import annotations

import pytest

from tests.troop_examples import check

REQUESTED = [
    (
        "The Kurdish commander has called for {count:2,000 foreign soldiers} to stay in Syria.",
        "2000 foreign Syria requested",
    ),
    (
        "The top American commander in Iraq wants {count:20,000 more troops}, two officials said.",
        "20000 us Iraq requested",
    ),
    (
        "Gen. George Casey told lawmakers he would need {count:3,000 additional trainers} in Iraq.",
        "3000 us Iraq requested",
    ),
    ("One option under review would send {count:5,000 troops} to Iraq.", "5000 us Iraq requested"),
    (
        "The options presented to the president range from {count:3,000 to 10,000 troops} in Iraq after 2011.",
        "3000-10000 us Iraq requested",
    ),
    ("A planner's proposal calls for {count:8,000 American trainers} to stay in Iraq.", "8000 us Iraq requested"),
    ("Panetta said he expected Iraq to ask that {count:4,000 troops} stay.", "4000 us Iraq requested"),
    ("The study group urged a force of {count:20,000 trainers} in Iraq.", "20000 us Iraq requested"),
    ("Retired Gen. Jack Keane has argued for a surge of {count:30,000 troops}.", "30000 us None requested"),
    ("The general's plan, not yet approved, would require {count:6,000 troops}.", "6000 us None requested"),
    (
        "A bipartisan group of senators urged the president on Tuesday to leave {count:10,000 troops} in Iraq.",
        "10000 us Iraq requested",
    ),
    (
        "Lawmakers from Arizona and South Carolina say {count:at least 20,000 American troops} should be sent to Iraq.",
        "20000 us Iraq requested",
    ),
]

PLANNED = [
    (
        "The order would lift the force in Iraq from {count:130,000} at present to {count:more than 150,000}.",
        "130000 us Iraq current; 150000 us Iraq planned",
    ),
    (
        "The rest of the brigade goes to Baghdad, {count:some 900 soldiers} of it, and {count:300 Marines} will go to Anbar.",
        "900 us Iraq planned; 300 us Iraq planned",
    ),
    ("The Pentagon will leave {count:400 soldiers} in Syria to guard the oil.", "400 us Syria planned"),
    (
        "The soldiers are coming home. A {count:military group of some 150} will stay behind in Iraq.",
        "150 us Iraq planned",
    ),
    (
        "The reduced drawdown {count:force of 8,400} will stay in Afghanistan through 2016, Obama said.",
        "8400 us Afghanistan planned",
    ),
    ("Trump ordered a drawdown to {count:2,500 troops} in Iraq by mid-January.", "2500 us Iraq planned"),
    ("The drawdown to {count:3,000} in Iraq will be finished this month, McKenzie said.", "3000 us Iraq planned"),
    (
        "President Trump is expected to order a withdrawal to {count:2,500 troops} in both Afghanistan and Iraq.",
        "2500 us Afghanistan planned",
    ),
    ("{count:Some 3,000 U.S. troops} will remain in Iraq after the drawdown.", "3000 us Iraq planned"),
    ("Bush has agreed to Gen. Petraeus' request for {count:2,200 military police}.", "2200 us None planned"),
    (
        "Obama said {count:775 troops} would be sent: {count:475} to Baghdad and {count:300} to Erbil.",
        "775 us Iraq planned; 475 us Iraq planned; 300 us Iraq planned",
    ),
    (
        "As in Iraq, the White House wants to leave a small force behind in Afghanistan: {count:9,800 troops} in 2015.",
        "9800 us Afghanistan planned",
    ),
    (
        "A brigade of the 82nd Airborne, {count:some 3,300 paratroopers}, got orders Friday to leave for Iraq in January.",
        "3300 us Iraq planned",
    ),
    ("By the end of August, {count:50,000 troops} will be left in Iraq.", "50000 us Iraq planned"),
    (
        "Obama plans to withdraw most troops from Afghanistan by the end of 2014, with {count:9,800} remaining.",
        "9800 us Afghanistan planned",
    ),
    ("{count:An extra 1,000 American troops} will stay in Afghanistan into next year.", "1000 us Afghanistan planned"),
]

CURRENT = [
    ("The general wants to add to the present strength of {count:6,000 soldiers} in Iraq.", "6000 us Iraq current"),
    ("He asked for more than the current American {count:force of 7,100}.", "7100 us None current"),
    (
        "With the current {count:force of 9,800} in Afghanistan, Gen. Campbell has asked for more time.",
        "9800 us Afghanistan current",
    ),
    ("Esper denied that the {count:5,200 troops} were leaving Iraq.", "5200 us Iraq current"),
    ("When Obama took office there were {count:144,000 U.S. troops} in Iraq.", "144000 us Iraq past"),
    (
        "The Marine Corps will replace {count:4,500 soldiers} in Fallujah with {count:5,000 Marines}.",
        "4500 us Iraq current; 5000 us Iraq planned",
    ),
    (
        "Britain's {count:4,100 troops} in Iraq will be cut to {count:2,500} by spring, Prime Minister Gordon Brown said.",
        "4100 foreign Iraq current; 2500 foreign Iraq planned",
    ),
    (
        "The United States, which had {count:157,000 troops} in Iraq in 2008, now has {count:fewer than 90,000} there.",
        "157000 us Iraq past; 90000 us Iraq current",
    ),
]

WITHDRAWN = [
    ("Troops began leaving Iraq in July. {count:Nearly 1,000} have left so far.", "1000 us Iraq withdrawn"),
    ("The {count:4,000 soldiers} are returning home from Iraq.", "4000 us Iraq withdrawn"),
    (
        "Of the {count:roughly 1,000 troops} leaving northeastern Syria, {count:about 700} will go to western Iraq.",
        "1000 us Syria withdrawn; 700 us Iraq planned",
    ),
    ("The last of the {count:5,000 surge troops} went home in July.", "5000 us None withdrawn"),
    (
        "Biden will withdraw the remaining {count:2,500 U.S. troops} from Afghanistan by Sept. 11.",
        "2500 us Afghanistan withdrawn",
    ),
    (
        "Spanish Prime Minister Zapatero ordered Spain's {count:1,300 troops} home from Iraq.",
        "1300 foreign Iraq withdrawn",
    ),
]

EVERY = [*REQUESTED, *PLANNED, *CURRENT, *WITHDRAWN]


@pytest.mark.parametrize(("example", "expected"), EVERY, ids=[example for example, _ in EVERY])
def test_a_count_says_whether_its_soldiers_are_there(example: str, expected: str) -> None:
    """Soldiers that a general asks for would stand in the table as sent, and those who stay as gone."""
    check(example, expected)
