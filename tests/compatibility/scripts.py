"""Scripts that only newer browsers than ES2019, Chromium 78 and Safari 12.1 understand: found in their syntax trees.

Syntax and names are told apart. What a script calls, listens to or takes from its surroundings has to be in the table
of known names, or to be its own. A name alone does not say whose it is: what one known object has, all have here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from . import known
from .selectors import newer_in_selectors

# Kinds of nodes that ES2019 does not have.
NEWER_NODES = {
    "class_static_block": "static blocks of classes (ES2022)",
    "decorator": "decorators",
    "field_definition": "fields of classes (ES2022)",
    "hash_bang_line": "a hash-bang line (ES2023)",
    "import_attribute": "attributes of imports (ES2025)",
    "jsx_element": "JSX",
    "jsx_self_closing_element": "JSX",
    "meta_property": "import.meta (ES2020)",
    "namespace_export": "export * as (ES2020)",
    "optional_chain": "?. (ES2020)",
    "private_property_identifier": "private members of classes (ES2022)",
    "using_declaration": "using",
}
NEWER_OPERATORS = {"??": "ES2020", "??=": "ES2021", "||=": "ES2021", "&&=": "ES2021"}
# In regular expressions; Safari before 16.4 cannot read a script that looks behind.
NEWER_IN_PATTERNS = {r"\(\?<[=!]": "looks behind", r"\(\?[ims-]+:": "changes flags inside"}
KNOWN_FLAGS = set("gimsuy")
FUNCTIONS = ("arrow_function", "function_expression", "function_declaration", "method_definition",
             "generator_function", "generator_function_declaration")  # fmt: skip

# Of the first argument, what it is.
TAKE_SELECTORS = {"querySelector", "querySelectorAll", "closest", "matches"}
TAKE_EVENTS = {"addEventListener", "removeEventListener"}

# Newer, and used so that a browser without it is none the worse.
GUARDED = {
    "clipboard": "copy.js falls back to copying a selection",
    "share": "copy.js copies what it cannot share",
    "writeText": "copy.js falls back to copying a selection",
}
# Members of what is read: files of the search.
READ = {"blocks", "kinds", "leaf", "longest", "people", "units", "version", "years"}
# What holds names that the page's templates give.
HOLDERS = {"dataset", "elements", "view", "meta"}


@dataclass
class Own:
    """The names that scripts give themselves."""

    variables: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)


def parse(script: str) -> Node:
    """The syntax tree of a script."""
    return Parser(Language(tree_sitter_javascript.language())).parse(script.encode()).root_node


def own_names(trees: list[Node]) -> Own:
    """The names that scripts which are loaded together give themselves."""
    own = Own()
    for node in (node for tree in trees for node in _walk(tree)):
        name = node.text.decode()
        parent = node.parent
        if node.type in ("property_identifier", "shorthand_property_identifier") and _gives_member(node):
            own.members.add(name)
            if parent.type == "method_definition" or _is_function(parent.child_by_field_name("value")):
                own.functions.add(name)
        elif node.type == "shorthand_property_identifier_pattern":
            own.members.add(name)
            own.variables.add(name)
        elif node.type == "string_fragment":
            own.members.add(name)
        elif node.type == "identifier" and _declares(node):
            own.variables.add(name)
            if parent.type == "function_declaration" or _is_function(parent.child_by_field_name("value")):
                own.functions.add(name)
    return own


def newer_in_script(script: str, together: Own | None = None) -> list[str]:
    """What a script needs that the oldest browsers lack, as `line: what`. Names of `together` are its own as well."""
    tree = parse(script)
    own, others = own_names([tree]), together or Own()
    own = Own(own.variables, own.members | others.members, own.functions | others.functions)
    newer = [(node, what) for node in _walk(tree) for what in (*_newer_syntax(node), *_newer_names(node, own))]
    found = [(node.start_point.row + 1, what) for node, what in newer]
    if tree.has_error:
        found.append((1, "what the parser cannot read"))
    return [f"{line}: {what}" for line, what in found]


def _newer_syntax(node: Node) -> Iterator[str]:
    text = node.text.decode()
    if node.type in NEWER_NODES:
        yield NEWER_NODES[node.type]
    elif node.type in NEWER_OPERATORS:
        yield f"{text} ({NEWER_OPERATORS[node.type]})"
    elif node.type == "await_expression" and _function_of(node) is None:
        yield "await outside of functions (ES2022)"
    elif node.type == "number" and ("_" in text or text.endswith("n")):
        yield f"the number {text}"
    elif node.type == "regex_flags" and set(text) - KNOWN_FLAGS:
        yield f"flags of a regular expression: {text}"
    elif node.type == "regex_pattern":
        signs = [what for sign, what in NEWER_IN_PATTERNS.items() if re.search(sign, text)]
        yield from (f"a regular expression that {what}" for what in signs)


def _newer_names(node: Node, own: Own) -> Iterator[str]:
    text = node.text.decode()
    if node.type == "identifier" and not _declares(node):
        if text not in own.variables | known("globals"):
            yield f"{text} (not known as a global name)"
    elif node.type == "property_identifier" and node.parent.type == "member_expression":
        yield from _newer_member(node, text, own)
    elif node.type == "call_expression":
        yield from _newer_arguments(node)


def _newer_member(node: Node, name: str, own: Own) -> Iterator[str]:
    if name in known("members") or name in GUARDED:
        return
    access = node.parent
    is_called = access.parent.type == "call_expression" and access.parent.child_by_field_name("function") == access
    holder = access.child_by_field_name("object").text.decode().split(".")[-1]
    is_own = name in own.functions if is_called else name in own.members | READ or holder in HOLDERS
    if not is_own:
        yield f".{name} (not known as a {'method' if is_called else 'property'})"


def _newer_arguments(call: Node) -> Iterator[str]:
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    name = function.text.decode().split(".")[-1]
    first = arguments.named_children[0] if arguments.type == "arguments" and arguments.named_children else None
    if first is None or first.type not in ("string", "template_string"):
        return
    # What is put into a selector is an identifier or a quoted text.
    text = "".join(part.text.decode() if part.type == "string_fragment" else "x" for part in first.named_children)
    if name in TAKE_SELECTORS:
        yield from newer_in_selectors(text)
    elif name in TAKE_EVENTS and text not in known("events"):
        yield f"the event {text}"


def _declares(node: Node) -> bool:
    """Whether an identifier stands where it gets its meaning, not where it is used."""
    parent = node.parent
    if parent.type in ("variable_declarator", "function_declaration", "class_declaration", "class"):
        return parent.child_by_field_name("name") == node
    if parent.type in ("assignment_pattern", "for_in_statement"):
        return parent.child_by_field_name("left") == node
    if parent.type == "arrow_function":
        return parent.child_by_field_name("parameter") == node
    if parent.type == "catch_clause":
        return parent.child_by_field_name("parameter") == node
    return parent.type in (
        "formal_parameters", "array_pattern", "object_pattern", "pair_pattern", "rest_pattern", "import_specifier",
        "import_clause", "namespace_import", "export_specifier", "labeled_statement",
    )  # fmt: skip


def _gives_member(node: Node) -> bool:
    """Whether a name of a member stands where the member is made."""
    access = node.parent
    if access.type != "member_expression":
        return True
    return access.parent.type == "assignment_expression" and access.text.startswith(b"this.")


def _function_of(node: Node) -> Node | None:
    while node is not None and node.type not in FUNCTIONS:
        node = node.parent
    return node


def _is_function(node: Node | None) -> bool:
    return node is not None and node.type in FUNCTIONS


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)
