#!/usr/bin/env python3
"""coroutines.py FILE...: finds `co_await` beside a temporary that g++ 12 destroys twice.

A capturing lambda or a brace initialiser in the same full expression is enough, and so is a conditional operator in an
argument, one of whose sides makes an object. Give it a name, then std::move it.
The examples below are judged first, at every run: a rule that no longer catches its own examples is no rule."""
import re
import sys

# Text with whole pairs of parentheses, four deep.
PAIRED = r"[^;{}()]*"
for _ in range(4):
    PAIRED = rf"(?:[^;{{}}()]|\({PAIRED}\))*"
TRAP = re.compile(
    r"co_await\b[^;{}]*?"
    r"(\[[^\]\[]+\]\s*(?:\([^()]*\))?\s*(?:mutable|noexcept|->[^{;]*)?\s*\{"
    r"|[\w>(,]\s*\{\s*[^}\s]"
    rf"|\({PAIRED}\?)"
)
COMMENT = re.compile(r"//[^\n]*")

CAUGHT = [
    "co_await f([s] { return s; });",
    "co_await asio::co_spawn(executor, [self]() -> asio::awaitable<void> { co_return; }, asio::use_awaitable);",
    "co_await f(options{.a = s});",
    "co_await f({s, 1});",
    "auto x = co_await\n    send(message{text});",
    "co_await f(a ? *a : b{});",
    "co_await f(a ? *a : make());",
    "co_await g.f(s, (a && h(s)) ? std::move(*a) : b{});",
]
HARMLESS = [
    "auto options = make(s); co_await f(std::move(options));",
    "while (true) { co_await timer.async_wait(use); }",
    "co_await f([] { return 1; });",
    "co_await f(options{});",
    "co_await f();  // unlike f({s})",
    "co_return co_await f(s) ? 1 : 2;",
    "const auto x = a ? *a : b{}; co_await f(x);",
    "co_return a ? co_await f(s) : co_await g(s);",
]


def traps(text):
    """Line numbers at which a trap begins."""
    bare = COMMENT.sub("", text)
    return [bare.count("\n", 0, found.start()) + 1 for found in TRAP.finditer(bare)]


def main(files):
    for example in CAUGHT + HARMLESS:
        if bool(traps(example)) != (example in CAUGHT):
            print(f"the rule misjudges its own example: {example}")
            return 1
    found = 0
    for file in files:
        with open(file, encoding="utf-8") as source:
            for line in traps(source.read()):
                print(f"{file}:{line}: name the lambda, the braces or the choice before co_await")
                found = 1
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
