import unittest

from src.pipeline.clean import clean, missing_share

ROW = {"customer_id": "AAAA000001", "income": 12000, "months_employed": 18, "utilisation": 1.4, "late_payments": 0}


class Clean(unittest.TestCase):
    def test_ninguna_fila_se_pierde(self):
        good, set_aside = clean([ROW, {**ROW, "income": ""}, {**ROW, "income": -1}])
        self.assertEqual([reason for _, reason in set_aside], ["falta income", "ingreso negativo"])
        self.assertEqual(good[0]["utilisation"], 1.0)

    def test_parte_que_falta(self):
        self.assertEqual(missing_share([ROW, {**ROW, "income": None}], "income"), 0.5)
