"""Puntaje logístico de una solicitud de crédito. Los pesos son de muestra y no salen de datos reales."""

from math import exp

WEIGHTS = {"income": 0.42, "months_employed": 0.31, "utilisation": -0.88, "late_payments": -0.57}
BIAS = 0.15


def score(features: dict[str, float]) -> float:
    """Probabilidad de pago, entre 0 y 1. Una variable que falta es un error, no un cero."""
    missing = sorted(WEIGHTS.keys() - features.keys())
    if missing:
        raise ValueError(f"faltan variables: {', '.join(missing)}")
    total = BIAS + sum(weight * features[name] for name, weight in WEIGHTS.items())
    return 1 / (1 + exp(-total))


def decide(probability: float, threshold: float = 0.6) -> str:
    """Tres salidas: cerca del umbral decide una persona."""
    if probability >= threshold:
        return "approve"
    if probability >= threshold - 0.05:
        return "review"
    return "decline"
