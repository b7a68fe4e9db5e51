"""Error de calibración esperado, en cubetas de igual ancho."""


def expected_calibration_error(pairs: list[tuple[float, int]], buckets: int = 10) -> float:
    """Promedio ponderado de |confianza - frecuencia|; cada par es (probabilidad, pagó)."""
    if not pairs:
        raise ValueError("sin observaciones no hay calibración")
    groups: dict[int, list[tuple[float, int]]] = {}
    for probability, paid in pairs:
        groups.setdefault(min(int(probability * buckets), buckets - 1), []).append((probability, paid))
    error = 0.0
    for members in groups.values():
        confidence = sum(probability for probability, _ in members) / len(members)
        frequency = sum(paid for _, paid in members) / len(members)
        error += abs(confidence - frequency) * len(members) / len(pairs)
    return error
