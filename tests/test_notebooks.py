"""The notebooks run from top to bottom on the sample documents, and show what they say they show."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
SHOWN = {
    "trace": ["SPAK", "REPORTS_BACK_TO", "LCHNV 2023-02-10", "vfr-2025-10-16.md", "'Karin Wallmyr')"],
    "never-attended": ["Stormåsen", "Ängsjö", "Kvarnberga", "inte representerade"],
    "presenters": ["Karin Wallmyr", "Elof Brodd Halling", "överläkare"],
}


def test_every_notebook_is_tested() -> None:
    assert sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb")) == sorted(SHOWN)


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_notebook_runs(name: str) -> None:
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code), "outputs are kept out of the repository"
    NotebookClient(notebook, timeout=180, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    outputs = [output for cell in code for output in cell.outputs]
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []
    shown = "".join(output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in outputs)
    assert [words for words in SHOWN[name] if words not in shown] == []
