"""How the verbs behave among other programs: pipes, lists on stdin, typing errors."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.cli import main
from tests.support.small_songs import write_tone

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = "import sys; from core.cli import main; sys.exit(main())"


def run(*argv: str, **options: object) -> subprocess.CompletedProcess[str]:
    """A verb in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *argv],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120, **options,
    )  # fmt: skip


def test_a_list_of_files_is_taken_from_stdin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(write_tone(tmp_path / f"tone {hz}.wav", hz=hz, seconds=1.0)) for hz in (200, 300)]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(paths) + "\n\n"))
    assert main(["import", "-", "--json", "--quiet"]) == 0
    assert sorted(json.loads(capsys.readouterr().out)["added"]) == paths


def test_data_goes_to_stdout_and_messages_to_stderr(tmp_path: Path) -> None:
    write_tone(tmp_path / "tone.wav", seconds=1.0)
    done = run("import", str(tmp_path), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["already"] == []
    assert done.stderr == "1 added, 0 there already.\n", "no colours and no bars without a terminal"
    assert run("songs", "--quiet").stderr == ""


def test_a_closed_pipe_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "models", "architectures", "--json"],
        cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_misspelt_library_is_not_created_by_reading_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for verb in (["songs"], ["evaluate"], ["models", "list"], ["export", str(tmp_path / "x.csv")]):
        assert main(["--library", str(tmp_path / "libary.db"), *verb]) == 1
        assert "There is no library" in capsys.readouterr().err
    assert list(tmp_path.glob("libary*")) == []


def test_a_home_that_cannot_be_written_is_an_error_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("RHYTHMCAP_HOME", str(tmp_path / "file" / "home"))
    assert main(["songs"]) == 1
    assert "rhythmcap: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["import", ""], ["predict", ""], ["words", ""], ["rescan", ""], ["demo", ""],
        ["--library", "", "songs"], ["models", "import", ""], ["models", "export", "starter", ""],
    ],
)  # fmt: skip
def test_an_empty_word_is_no_name_of_the_folder_one_is_in(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_tone(tmp_path / "tone.wav")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RHYTHMCAP_HOME", str(tmp_path / "home"))
    assert main(words) == 2
    assert "empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["tone.wav"]


@pytest.mark.parametrize(
    "words",
    [
        ["queue", "list", "--csv", "-"],
        ["prevalence", "--csv", "-"],
        ["ledger", "--csv", "-"],
        ["ledger", "--listened", "-"],
        ["codebook", "booklet", "-"],
    ],
)
def test_a_table_beside_the_answer_is_no_file_of_the_name_of_stdout(
    words: list[str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert "names no file" in capsys.readouterr().err
    assert not Path("-").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that a process is in")
def test_in_a_folder_that_is_gone_the_reason_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    command = f"import os; os.rmdir(os.getcwd()); {PROGRAM}"
    done = subprocess.run(
        [sys.executable, "-c", command, "predict", "song.wav"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (done.returncode, "The folder you are in is gone." in done.stderr) == (1, True)


def test_where_nothing_can_be_forecast_the_reason_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tone(tmp_path / "tone.wav", seconds=1.0)
    assert main(["import", str(tmp_path), "--quiet"]) == 0
    assert main(["tag", "tone", "+kick", "--new"]) == 0
    capsys.readouterr()
    assert main(["readiness", "--forecast"]) == 1
    assert "No tag has both a yes and a no yet" in capsys.readouterr().err
    assert main(["evaluate"]) == 0
    told = capsys.readouterr()
    assert "piano" not in told.out
    assert "judged on none of these songs: not listed" in told.err
