"""A person's life as far as it is told, and the moment after an episode."""

from __future__ import annotations

import itertools

import pytest

from tests.sets import BRASS, MANKIND
from timeline import dates
from timeline.life import life, posts
from timeline.moment import length, moment

ED = "edward-baldwin"


def day(text: str) -> int:
    return dates.parse(text).first


def test_posts_come_in_order_and_say_their_dates() -> None:
    (post,) = life(BRASS, "charles-babbage").posts
    assert (post.role, post.organisation, post.place) == ("Director", "Engine Office", "london")
    assert post.when == "1834 to about 1856"
    assert post.first == day("1834")
    for held in posts(MANKIND).values():
        assert [post.first for post in held] == sorted(post.first for post in held)


def test_a_post_without_a_told_end_is_not_sure_once_another_began() -> None:
    held = posts(MANKIND)[ED]
    for post, following in itertools.pairwise(held):
        if post.last is None:
            assert post.sure[0] > post.sure[1]
            assert post.shown == max(post.first, following.first)


def test_ages_are_ranges_where_the_birth_is_one() -> None:
    ages = life(MANKIND, ED).ages
    assert ages["apollo-10-dress-rehearsal"] == "36–41"
    assert "apollo-10-dress-rehearsal" not in life(MANKIND, "amber-stevens").ages


def test_company_is_who_was_certainly_in_one_place_at_once() -> None:
    company = {each.person: each for each in life(MANKIND, ED).company}
    assert "Jamestown 1974" in company["gordo-stevens"].where
    assert company["karen-baldwin"].together > 10
    assert ED not in company
    others = {person for people in MANKIND.events["people"] if ED in people for person in people} - {ED}
    assert others <= set(company)


def test_company_is_mutual() -> None:
    for other in life(MANKIND, ED).company:
        (back,) = [each for each in life(MANKIND, other.person).company if each.person == ED]
        assert (back.together, set(back.where)) == (other.together, set(other.where))


@pytest.mark.parametrize(
    ("person", "question"),
    [(ED, "When is Ed Baldwin born?"), ("aleida-rosales", "How old is Aleida Rosales?")],
)
def test_open_questions_are_found_by_name_and_nickname(person: str, question: str) -> None:
    assert question in [each.question for each in life(MANKIND, person).questions]


def test_a_name_inside_a_longer_one_is_not_meant() -> None:
    asked = {each.question for each in life(MANKIND, ED).questions}
    assert not [question for question in asked if "Karen" in question or "Kelly" in question]


def test_nothing_of_a_life_is_told_too_early() -> None:
    early = life(MANKIND.until("S1E03"), "gordo-stevens")
    assert not early.died
    assert {post.role for post in early.posts} < {post.role for post in life(MANKIND, "gordo-stevens").posts}


# -- the moment


@pytest.mark.parametrize(
    ("episode", "year", "leaps"), [("S1E01", "1969", []), ("S2E01", "1983", ["about 8 years"])]
)
def test_a_moment_knows_its_year_and_what_was_skipped(episode: str, year: str, leaps: list[str]) -> None:
    now = moment(MANKIND.until(episode))
    assert (now.episode, now.year, [leap.length for leap in now.leaps]) == (episode, year, leaps)


def test_a_look_ahead_is_not_now() -> None:
    assert moment(MANKIND.until("S2E10")).year == "1983"


@pytest.mark.parametrize("episode", MANKIND.episodes.index[::7])
def test_everyone_is_somewhere_or_silent(episode: str) -> None:
    dataset = MANKIND.until(episode)
    now = moment(dataset)
    named = [each.person for each in (*now.people, *now.dead)]
    assert len(named) == len(set(named))
    assert set(named) <= set(dataset.people.index)
    assert len(named) + now.silent == len(dataset.people)
    assert all(dataset.people.at[each.person, "died"] for each in now.dead)
    assert not [each.doing for each in now.dead if each.doing]


def test_a_made_up_history_has_moments_too() -> None:
    assert moment(BRASS).people
    assert moment(BRASS.until("S1E01")).year.startswith("18")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("1969-01-01", "1969-02-01", "about 1 month"),
        ("1969-01-01", "1970-07-01", "about 18 months"),
        ("1975-01-01", "1983-05-21", "about 8½ years"),
        ("1975-01-01", "1983-02-01", "about 8 years"),
        ("1975-01-01", "1983-12-01", "about 9 years"),
    ],
)
def test_a_length_is_said_as_people_say_it(first: str, last: str, said: str) -> None:
    assert length(day(first), day(last)) == said
