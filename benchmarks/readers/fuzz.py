"""Broken input in bulk: random mutations of small files, and published sample files, through worker processes.

    python -m benchmarks.readers.fuzz [--count 100000] [--formats text,pdf] [--processes 2]
    python -m benchmarks.readers.fuzz --samples          # fetched with apt when run, not kept

Prints how many files were read and refused and why, and fails when a reader raises anything but ReadError, returns an
unsound document, crashes its process or outlasts the time limit.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.errors import ReadError
from ingest.readers import read_document
from ingest.worker import Job, Workers
from tests.readers.checks import assert_sound
from tests.readers.mutations import FORMATS, mutated, read_broken

BATCH = 100
TIMEOUT_S = 60.0

SOURCES = (
    "qpdf",
    "libpdfbox2-java",
    "libpdfbox-java",
    "pypdf",
    "pdfminer",
    "pikepdf",
    "pdf2djvu",
    "okular",
    "libapache-poi-java",
    "pandoc",
    "calligra",
    "abiword",
)
"""Debian source packages with sample files, many broken on purpose; those that cannot be had are passed over."""

SUFFIXES = (".pdf", ".docx", ".docm", ".odt")  # .doc and .rtf take LibreOffice seconds each: ask for them with --suffixes


def run_batch(data: bytes, file: str) -> dict[str, int]:
    """Read `BATCH` mutations; how many were read, refused (by reason) and failed (by error)."""
    kind, start, count = data.decode().split(":")
    out: Counter[str] = Counter()
    for number in range(int(start), int(start) + int(count)):
        broken = mutated(kind, number)
        began = time.monotonic()
        try:
            document = read_broken(kind, broken)
            assert_sound(document)
            out["read"] += 1
        except ReadError as error:
            out[f"refused: {_general(error.reason)}"] += 1
        except Exception as error:
            out[f"FAILED {kind}:{number} {type(error).__name__}: {str(error)[:80]}"] += 1
        if time.monotonic() - began > 10:
            out[f"SLOW {kind}:{number}"] += 1
    return dict(out)


def _general(reason: str) -> str:
    """A reason without the names and numbers of one file."""
    return " ".join(word for word in reason.partition("(")[0].split() if not any(c.isdigit() or c in "/." for c in word))


def read_sample(data: bytes, file: str) -> str:
    document = read_document(data, file)
    assert_sound(document)
    return "read"


def fuzz(kind: str, count: int, processes: int) -> tuple[Counter[str], float]:
    jobs = (
        Job(f"{kind}:{start}", data=f"{kind}:{start}:{min(BATCH, count - start)}".encode()) for start in range(0, count, BATCH)
    )
    total: Counter[str] = Counter()
    began = time.monotonic()
    suspects: list[str] = []
    with Workers(processes, timeout_s=TIMEOUT_S * 3) as workers:
        for job, value in workers.map(run_batch, jobs):
            if isinstance(value, ReadError):
                suspects.append(job.file)
            else:
                total.update(value)
        for suspect in suspects:  # a crash or a hang somewhere in a batch: one by one
            start = int(suspect.partition(":")[2])
            singles = [Job(f"{kind}:{n}", data=f"{kind}:{n}:1".encode()) for n in range(start, min(start + BATCH, count))]
            for job, value in workers.map(run_batch, singles):
                if isinstance(value, ReadError):
                    total[f"FAILED {job.file} {value.reason}"] += 1
                else:
                    total.update(value)
    return total, time.monotonic() - began


def samples(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Sample files from source packages, unpacked into `folder`. Needs apt with the machine's own package sources."""
    options = _source_lists(folder)
    subprocess.run(["apt-get", *options, "update"], capture_output=True, timeout=300, check=True)
    for name in SOURCES:
        target = folder / name
        target.mkdir()
        command = ["apt-get", *options, "source", "--download-only", name]
        subprocess.run(command, cwd=target, capture_output=True, timeout=600, check=False)
        for archive in sorted(target.glob("*.orig*.tar.*")):
            if archive.suffix != ".asc":
                yield from _unpacked(archive, target / "files", suffixes)


def _source_lists(folder: Path) -> list[str]:
    """Options that make apt offer sources from where it gets its packages, without touching the machine's own lists."""
    parts, lists = folder / "parts", folder / "lists"
    parts.mkdir()
    lists.mkdir()
    for place in (Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")):
        if place.is_file():
            text = re.sub(r"^Types: deb$", "Types: deb-src", place.read_text(), flags=re.MULTILINE)
            text = re.sub(r"^deb ", "deb-src ", text, flags=re.MULTILINE)
            (parts / place.name).write_text(text)
    options = {"Dir::Etc::sourcelist": "/dev/null", "Dir::Etc::sourceparts": str(parts), "Dir::State::lists": str(lists)}
    return [word for name, value in {**options, "APT::Sandbox::User": "root"}.items() for word in ("-o", f"{name}={value}")]


def _unpacked(archive: Path, folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    try:
        for index, (name, content) in enumerate(_members(archive, suffixes)):
            path = folder / f"{index:05d}-{Path(name).name}"
            path.write_bytes(content)
            yield path
    except (tarfile.TarError, OSError, EOFError) as error:
        print(f"{archive.name}: {error}", file=sys.stderr)


def _members(archive: Path, suffixes: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as opened:
        for member in opened:
            if member.isfile() and member.name.lower().endswith(suffixes) and member.size < 50 * 2**20:
                stream = opened.extractfile(member)
                if stream is not None:
                    yield member.name, stream.read()


def run_samples(processes: int, given: Path | None, suffixes: tuple[str, ...]) -> bool:
    found: Counter[str] = Counter()
    reasons: Counter[tuple[str, str]] = Counter()
    bad: list[str] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name, Workers(processes, timeout_s=TIMEOUT_S) as workers:
        paths = sorted(p for p in given.rglob("*") if p.suffix.lower() in suffixes) if given else samples(Path(name), suffixes)
        began = time.monotonic()
        for job, value in workers.map(read_sample, (Job.of(path) for path in paths)):
            kind = Path(job.file).suffix.lower()
            found[kind] += 1
            if isinstance(value, ReadError):
                reasons[kind, _general(value.reason)] += 1
                if "internt fel" in value.reason or "avbröts" in value.reason or "tog mer än" in value.reason:
                    bad.append(f"{job.file}: {value.reason}")
            else:
                reasons[kind, "read"] += 1
        print(f"{sum(found.values())} sample files in {time.monotonic() - began:.0f} s")
    for (kind, reason), count in sorted(reasons.items(), key=lambda pair: (pair[0][0], -pair[1])):
        print(f"  {kind:6} {count:5}  {reason}")
    for line in bad:
        print(f"  BAD {line}")
    return not bad


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100_000, help="mutations of each format")
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--samples", action="store_true", help="published sample files instead of mutations")
    parser.add_argument("--folder", type=Path, help="with --samples: files already at hand")
    parser.add_argument("--suffixes", default=",".join(SUFFIXES), help="with --samples: which files")
    options = parser.parse_args()
    good = True
    if options.samples:
        good = run_samples(options.processes, options.folder, tuple(options.suffixes.split(",")))
    else:
        for kind in options.formats.split(","):
            total, seconds = fuzz(kind, options.count, options.processes)
            failed = {key: n for key, n in total.items() if key.startswith(("FAILED", "SLOW"))}
            refused = {key: n for key, n in total.items() if key.startswith("refused")}
            print(
                f"{kind}: {sum(total.values())} inputs in {seconds:.0f} s: {total['read']} read, {sum(refused.values())} refused, {len(failed)} failed"
            )
            for key, count in sorted(refused.items(), key=lambda pair: -pair[1])[:12]:
                print(f"    {count:7}  {key.removeprefix('refused: ')}")
            for key in list(failed)[:40]:
                print(f"    {key}")
            sys.stdout.flush()
            good = good and not failed
    raise SystemExit(0 if good else 1)


if __name__ == "__main__":
    main()
