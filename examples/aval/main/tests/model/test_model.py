import unittest

from src.model.calibration import expected_calibration_error
from src.model.fairness import parity_difference
from src.model.score import decide, score

GOOD = {"income": 1.2, "months_employed": 1.0, "utilisation": 0.2, "late_payments": 0.0}


class Score(unittest.TestCase):
    def test_una_buena_solicitud_queda_arriba_del_umbral(self):
        self.assertEqual(decide(score(GOOD)), "approve")

    def test_cerca_del_umbral_decide_una_persona(self):
        self.assertEqual(decide(0.57), "review")

    def test_lejos_del_umbral_se_declina(self):
        self.assertEqual(decide(0.2), "decline")

    def test_una_variable_que_falta_es_un_error(self):
        with self.assertRaisesRegex(ValueError, "faltan variables: income"):
            score({name: value for name, value in GOOD.items() if name != "income"})


class Fairness(unittest.TestCase):
    def test_la_brecha_es_la_mayor_diferencia(self):
        rows = [("a", "approve"), ("a", "decline"), ("b", "approve"), ("b", "approve")]
        self.assertAlmostEqual(parity_difference(rows), 0.5)

    def test_un_solo_grupo_no_se_compara(self):
        with self.assertRaises(ValueError):
            parity_difference([("a", "approve")])


class Calibration(unittest.TestCase):
    def test_bien_calibrado_es_cero(self):
        self.assertAlmostEqual(expected_calibration_error([(0.5, 1), (0.5, 0)]), 0.0)

    def test_sin_datos_no_hay_cifra(self):
        with self.assertRaises(ValueError):
            expected_calibration_error([])
