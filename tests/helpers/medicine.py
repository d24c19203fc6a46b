"""Words of medicine, which no guide on another subject may show: written out, with their plurals and forms."""

from __future__ import annotations

import re

# In what a machine reads, too: styles, scripts, data, schema, code.
_ANYWHERE = """
    abdomen abdominal ablation ablative anesthesia anesthetic antibiotic antibiotics aorta arterial arteries artery bile biopsies biopsy
    bleeding blood bowel cancer cancerous cancers carcinoid carcinoma catheter chemo chemoembolization chemotherapy clinic clinical
    clinician clinicians clinics cure cured cures diabetes diagnose diagnosed diagnosis diagnostic diarrhea disease diseases doctor
    doctors dosage dose doses drug drugs embolization endocrine endocrinologist fever glucose gland glands healthcare hepatectomy hepatic hormonal
    hormone hormones hospital hospitals ill illness illnesses infection infections injection injections insulin islet kidney
    kidneys laparoscopic lesion lesions liver livers lung lungs malignant medical medically medication medications medicinal medicine
    medicines metastases metastasis metastatic nausea neuroendocrine nurse nurses octreotide oncologist oncology operation operations
    organ organs pain painful pancreas pancreatic pathologist patient patients pharmacist pharmacy physician physicians prescription
    prognosis radiation radioactive radioembolization radiologist radiology radiotherapy relapse resect resected resection
    scanner sick sickness side-effect side-effects somatostatin stomach surgeon surgeons surgeries surgery surgical survival symptom symptoms
    syndrome therapies therapy tissue toxic transplant transplants tumor tumors tumour tumours ultrasound usc vein veins vomit
    vomiting wound wounds 2002
"""
# The data file calls its options, its questions to take along and its signs so; no reader meets the words.
_SHOWN = "ambulance appointment appointments specialist specialists treat treated treating treatment treatments treats unwell"
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z]+)*")
ANYWHERE = frozenset(_ANYWHERE.split())
SHOWN = ANYWHERE | frozenset(_SHOWN.split())


def words_of_medicine(text: str, among: frozenset[str] = SHOWN) -> set[str]:
    """Return the words of medicine in a text, whole or as a part of a word with hyphens."""
    found = set(_WORD.findall(re.sub(r"([a-z])([A-Z])", r"\1 \2", text.replace("_", " ")).lower()))
    return among & (found | {part for word in found for part in word.split("-")})
