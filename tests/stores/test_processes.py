"""Ctrl-C and two processes at once, on every engine."""

from __future__ import annotations

import os
import signal
from contextlib import closing

import pytest

from graph.stores import Store, open_store
from tests.stores.processes import writer

needs_posix_signals = pytest.mark.skipif(os.name != "posix", reason="sends SIGINT and SIGKILL")


@needs_posix_signals
def test_ctrl_c_leaves_whole_transactions_only(store_address: str) -> None:
    with writer(store_address) as other:
        other.tell("write-on")
        other.expect("writing")
        other.expect("under way")
        other.process.send_signal(signal.SIGINT)
        assert other.process.wait() == 130
    with closing(open_store(store_address, mode="read")) as store:
        [row] = store.read(
            "MATCH (f:Forum) WHERE EXISTS { MATCH (t:Topic) WHERE t.id = f.id } WITH count(f) AS pairs "
            "MATCH (f:Forum) WITH pairs, count(f) AS forums MATCH (t:Topic) RETURN pairs, forums, count(t) AS topics"
        )
        assert row["pairs"] == row["forums"] == row["topics"] >= 4


@needs_posix_signals
def test_ctrl_c_ends_a_long_question(store_address: str) -> None:
    with writer(store_address) as other:
        other.tell("ask-long")
        other.expect("asking")
        other.process.send_signal(signal.SIGINT)
        assert other.process.wait() == 130


@needs_posix_signals
def test_a_killed_process_leaves_what_it_had_committed(store_address: str) -> None:
    with writer(store_address) as other:
        other.do("write a")
        other.do("write b")
        other.tell("die")
        assert other.process.wait() == -signal.SIGKILL
    with closing(open_store(store_address, mode="read")) as store:
        assert store.read("MATCH (f:Forum) RETURN f.id AS id ORDER BY id") == [{"id": "a"}, {"id": "b"}]


def test_a_reader_is_not_held_up_by_an_open_transaction(store: Store, store_address: str) -> None:
    with closing(open_store(store_address, mode="read")) as reader, store.write() as transaction:
        transaction.run("CREATE (:Forum {id: 'a', name: 'A'})")
        assert reader.read("MATCH (f:Forum) RETURN f.id AS id") == []
