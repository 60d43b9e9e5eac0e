from markdown.preprocessors import Preprocessor

class SuperFencesBlockPreprocessor(Preprocessor):
    stack: list[tuple[str, int, int]]
    def reassemble(self, lines: list[str]) -> list[str]: ...
