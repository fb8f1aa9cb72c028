"""A file is the old one or the whole new one, whatever happens in between."""

import errno
import os
from pathlib import Path

import pytest

from pfss_desktop.files import sync_folder, write_whole


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_file_is_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "plan.pfss", b"new")

    assert contents(tmp_path) == {"plan.pfss": b"new"}
    if os.name != "nt":
        assert (tmp_path / "plan.pfss").stat().st_mode & 0o777 == 0o600


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "plan.pfss").write_bytes(b"old and longer")

    write_whole(tmp_path / "plan.pfss", b"new")

    assert contents(tmp_path) == {"plan.pfss": b"new"}


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fills_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (tmp_path / "plan.pfss").write_bytes(b"old")

    def fill(*_words: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, step, fill)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_whole(tmp_path / "plan.pfss", b"new")

    assert contents(tmp_path) == {"plan.pfss": b"old"}


def test_ctrl_c_in_between_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.pfss").write_bytes(b"old")

    def interrupt(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "plan.pfss", b"new")

    assert contents(tmp_path) == {"plan.pfss": b"old"}


def test_a_folder_in_the_file_s_place_stays(tmp_path: Path) -> None:
    (tmp_path / "plan.pfss").mkdir()

    with pytest.raises(OSError, match=r"."):
        write_whole(tmp_path / "plan.pfss", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["plan.pfss"]


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "plan.pfss").write_bytes(b"old")
    (tmp_path / "link.pfss").symlink_to(tmp_path / "far" / "plan.pfss")

    write_whole(tmp_path / "link.pfss", b"new")

    assert (tmp_path / "link.pfss").is_symlink()
    assert contents(tmp_path / "far") == {"plan.pfss": b"new"}


def test_a_link_to_itself_becomes_the_file(tmp_path: Path) -> None:
    (tmp_path / "plan.pfss").symlink_to(tmp_path / "plan.pfss")

    write_whole(tmp_path / "plan.pfss", b"new")

    assert contents(tmp_path) == {"plan.pfss": b"new"}


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_a_folder_that_cannot_be_synced_here_does_not_unsay_a_file_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    # Network and letter-box folders: the file is in its place already when the folder refuses.
    synced = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if os.fstat(descriptor).st_mode & 0o040000:
            raise OSError(number, os.strerror(number))
        synced(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_whole(tmp_path / "plan.pfss", b"new")

    assert contents(tmp_path) == {"plan.pfss": b"new"}


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs folders by itself")
def test_a_folder_whose_disk_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_words: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        sync_folder(tmp_path)
