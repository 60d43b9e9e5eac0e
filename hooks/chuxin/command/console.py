"""Commands in Chinese: their help, what is said of misuse, how they end, and when there is colour.

Click, the library, speaks English of its own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import click
from click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

from ..problems.faults import fault
from ..problems.reports import text
from ..problems.terminal import OutputError, prepare, printable, say
from ..records.wording import did_you_mean

# How a command ends: see `run`.
MISUSE, FAULT = 2, 3
# Set by whoever mends the program.
_TRACEBACK = "CHUXIN_TRACEBACK"


class Folder(click.ParamType[Path]):
    """A folder that is there."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the folder. Raises BadParameter, which says in Chinese which one is missing."""
        if os.path.isdir(value):
            return Path(value)
        reason = f"“{value}” 不是文件夹" if os.path.lexists(value) else f"没有文件夹 “{value}”"
        if param is not None and value == param.default:
            reason += "，请在项目的文件夹里运行，或者写明它在哪里"
        self.fail(reason, param, ctx)


class Command(click.Command):
    """A command whose help, and what it says of misuse, is in Chinese."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what was typed. Raises UsageError, which knows the command that it is about."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not isinstance(self, click.Group):
            raise BadArgumentUsage(f"多写了 {' '.join(rest)}。内容里有空格，就放在引号里。", ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call it."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands of a group."""
        options = [option for option in self.get_params(ctx) if isinstance(option, click.Option)]
        _write_rows(formatter, "选项", [record for option in options if (record := option.get_help_record(ctx))])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help."""
        option = super().get_help_option(ctx)
        if option:
            option.help, option.callback = "显示这段说明。", _show_help
        return option


class Group(Command, click.Group):
    """A command that has commands."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its first sentence."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        _write_rows(
            formatter, "命令", [(name, command.get_short_help_str(60)) for name, command in commands if command]
        )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was named. Raises UsageError when there is none of this name."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise BadArgumentUsage(f"没有 {args[0]} 这个命令，只有 {'、'.join(self.list_commands(ctx))}。", ctx)
        return super().resolve_command(ctx, args)


def run(command: click.Command, name: str, arguments: list[str] | None = None) -> None:
    """Run a command with the arguments given, or with those of the process, and exit with its code.

    It is 2 on misuse, when somebody broke it off, and when the output takes no more; 3 when the program is at fault.
    """
    prepare()
    try:
        sys.exit(command.main(arguments, prog_name=name, standalone_mode=False))
    except UsageError as error:
        usage = error.ctx.command_path if error.ctx else name
        _end(MISUSE, f"{printable(_misuse(error))}\n运行 {usage} --help 看用法。")
    except (click.Abort, KeyboardInterrupt):
        _end(MISUSE, "没有做完就停了。还没有写的文件都是原来的样子。")
    except OutputError as error:
        _end(MISUSE, f"结果写不出来：{error}。磁盘满了的话，请先腾出地方。")
    except Exception as error:
        if os.environ.get(_TRACEBACK):
            raise
        called = " ".join([name, *(sys.argv[1:] if arguments is None else arguments)])
        _end(FAULT, text([fault(printable(called), error)]))


def _end(code: int, sentence: str) -> NoReturn:
    say(sentence, err=True)
    sys.exit(code)


def colourful() -> bool:
    """Tell whether the output is shown in colour (https://no-color.org)."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _show_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        say(ctx.get_help())
        ctx.exit()


def _write_rows(formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    formatter.write(f"\n{heading}：\n")
    with formatter.indentation():
        formatter.write_dl(rows)


def _misuse(error: UsageError) -> str:
    """Return what is wrong with the way a command was called."""
    if isinstance(error, NoSuchOption):
        near = error.possibilities or ()
        return f"没有 {error.option_name} 这个选项。{did_you_mean(near[0]) if near else ''}"
    if isinstance(error, BadOptionUsage):
        return f"{error.option_name} 后面{'不写' if _is_flag(error) else '还缺'}内容。"
    if isinstance(error, BadArgumentUsage):
        return error.message
    param = getattr(error, "param", None)
    if param is None:
        return "命令的写法不对。"
    name = param.opts[0] if isinstance(param, click.Option) else param.make_metavar(error.ctx).strip("[]")
    if isinstance(error, MissingParameter):
        return f"还缺 {name}。"
    choices = getattr(param.type, "choices", None)
    if isinstance(error, BadParameter) and choices:
        return f"{name} 只能是 {'、'.join(choices)}。"
    return f"{name} 不对：{error.message}。" if isinstance(param.type, Folder) else f"{name} 的写法不对。"


def _is_flag(error: BadOptionUsage) -> bool:
    """Tell whether an option that was used wrongly is one that stands by itself."""
    params = error.ctx.command.params if error.ctx else []
    return any(error.option_name in param.opts and getattr(param, "is_flag", False) for param in params)
