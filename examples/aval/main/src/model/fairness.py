"""Diferencia de paridad demográfica: la brecha entre la mayor y la menor tasa de aprobación por grupo."""


def selection_rates(decisions: list[tuple[str, str]]) -> dict[str, float]:
    """Tasa de aprobación por grupo; cada fila es (grupo, decisión)."""
    seen: dict[str, list[int]] = {}
    for group, decision in decisions:
        counts = seen.setdefault(group, [0, 0])
        counts[0] += decision == "approve"
        counts[1] += 1
    return {group: approved / total for group, (approved, total) in seen.items()}


def parity_difference(decisions: list[tuple[str, str]]) -> float:
    """Cero es igualdad. Con menos de dos grupos no hay nada que comparar, y se dice."""
    rates = selection_rates(decisions)
    if len(rates) < 2:
        raise ValueError("se necesitan al menos dos grupos")
    return max(rates.values()) - min(rates.values())
