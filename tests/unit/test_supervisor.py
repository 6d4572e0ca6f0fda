"""What several workers need: settings that can be handed on, and a platform that shares sockets."""

from pathlib import Path

import pytest

from api.supervisor import refuse_where_not_shared
from graph.errors import SettingsError
from graph.settings import Settings


def test_settings_are_handed_on_whole_and_in_one_line_password_and_all(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Settings(
        _env_file=None, neo4j_uri=None, neo4j_password="a\n\"b'å", samband_home=Path("å b"), samband_workers=3
    )
    monkeypatch.setenv("NEO4J_URI", "bolt://elsewhere:1")
    handed_on = given.handed_on()
    assert "\n" not in handed_on
    assert Settings.model_validate_json(handed_on) == given


@pytest.mark.parametrize(("workers", "platform"), [(1, "win32"), (2, "linux"), (2, "darwin")])
def test_where_a_socket_can_be_shared_or_need_not_be_all_is_well(workers: int, platform: str) -> None:
    refuse_where_not_shared(Settings(_env_file=None, samband_workers=workers), platform)


def test_several_workers_are_refused_on_windows_with_what_to_do() -> None:
    with pytest.raises(SettingsError, match="Leave --workers and SAMBAND_WORKERS at 1"):
        refuse_where_not_shared(Settings(_env_file=None, samband_workers=2), "win32")
