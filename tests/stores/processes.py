"""Other processes that use a store, led by what the test writes to them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]

WRITER = """
import os, signal, sys
from graph.stores import Statement, open_store

store = open_store(sys.argv[1], mode="write")
store.ensure_schema()
print("ready", flush=True)
for line in sys.stdin:
    order, _, name = line.strip().partition(" ")
    if order == "write":
        store.execute([Statement("CREATE (:Forum {id: $id, name: $id}), (:Topic {id: $id, name: $id})", {"id": name})])
    elif order == "checkpoint":
        store.checkpoint()
    elif order == "die":
        with store.write() as transaction:
            transaction.run("CREATE (:Forum {id: 'lost', name: 'lost'})")
            os.kill(os.getpid(), signal.SIGKILL)
    elif order == "write-on":
        print("writing", flush=True)
        try:
            for number in range(10**9):
                with store.write() as transaction:
                    transaction.run("CREATE (:Forum {id: $id, name: $id})", {"id": str(number)})
                    transaction.run("CREATE (:Topic {id: $id, name: $id})", {"id": str(number)})
                if number == 3:
                    print("under way", flush=True)
        except KeyboardInterrupt:
            store.close()
            sys.exit(130)
    elif order == "ask-long":
        try:
            print("asking", flush=True)
            store.read("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n")
        except KeyboardInterrupt:
            store.close()
            sys.exit(130)
    print("done", flush=True)
store.close()
"""


class Writer:
    """A process that has a store open for writing."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.expect("ready")

    def expect(self, word: str) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == word

    def tell(self, order: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()

    def do(self, order: str) -> None:
        self.tell(order)
        self.expect("done")

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


@contextmanager
def writer(address: str) -> Iterator[Writer]:
    command = [sys.executable, "-W", "error", "-c", WRITER, address]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Writer(process)
        finally:
            process.kill()
