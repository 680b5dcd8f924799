"""Against forged requests: what writes must come from a page of ours, shown to the same browser by this very process.

Two checks, both must hold: the browser says that the request comes from our own address (`Origin`, or `Referer` where that is all
it sends, and `Sec-Fetch-Site` where it is sent), and the form carries a token that only a page of ours could have made for the
cookie that came along.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import Response

_SECRET: Final = secrets.token_bytes(32)
"""Of this process: a form that was open while the program was started anew is shown again, not taken."""
_COOKIE: Final = "arendegang_review"
_COOKIE_CHARACTERS: Final = 32


def token(request: Request) -> str:
    """The token for the forms of a page. `remember` must put the cookie that belongs to it on the same answer."""
    known = request.cookies.get(_COOKIE, "")
    if len(known) != _COOKIE_CHARACTERS or not known.isalnum():
        known = getattr(request.state, "review_cookie", "") or secrets.token_hex(_COOKIE_CHARACTERS // 2)
        request.state.review_cookie = known
    return _token(known)


def remember(request: Request, response: Response) -> None:
    """Give the browser its cookie, when it has none yet."""
    fresh = getattr(request.state, "review_cookie", "")
    if fresh:
        secure = request.url.scheme == "https"
        response.set_cookie(_COOKIE, fresh, path="/granska", httponly=True, samesite="strict", secure=secure)


def is_ours(request: Request, given: str) -> bool:
    """Whether a request that writes came from a page of ours."""
    cookie = request.cookies.get(_COOKIE, "")
    return (
        _is_same_origin(request)
        and bool(cookie)
        and hmac.compare_digest(_token(cookie), given.encode().decode("ascii", "ignore"))
    )


def _is_same_origin(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    source = request.headers.get("origin") or request.headers.get("referer")
    return source is not None and urlsplit(source).netloc == request.headers.get("host")


def _token(cookie: str) -> str:
    return hmac.new(_SECRET, cookie.encode(), "sha256").hexdigest()
