"""Questions that people can answer in three languages, and their answers put into a flow."""

from jiwar.law.questions.answers import answered, question, questions, questions_for
from jiwar.law.questions.question import AnswerKind, Choice, Question, Topic

__all__ = [
    "AnswerKind",
    "Choice",
    "Question",
    "Topic",
    "answered",
    "question",
    "questions",
    "questions_for",
]
