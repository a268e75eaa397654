"""How it was measured, what does not follow from it, and how it is cited."""

from __future__ import annotations

from collections.abc import Mapping

from core.messages import Message, message
from core.reports.markup import Node, element, name_of
from core.reports.overview import report_title
from core.reports.report_records import ReportData
from core.reports.tables import Column, table

PROTOCOLS = {
    "artists": "report.how_artists",
    "songs": "report.how_songs",
    "kept": "report.how_kept",
}
REFERENCES = (
    "Brier, G. W. (1950). Verification of forecasts expressed in terms of probability."
    " Monthly Weather Review 78, 1–3",
    "Clopper, C. J., Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in"
    " the case of the binomial. Biometrika 26, 404–413",
    "Field, C. A., Welsh, A. H. (2007). Bootstrapping clustered data."
    " Journal of the Royal Statistical Society B 69, 369–390",
    "Flexer, A., Grill, T. (2016). The problem of limited inter-rater agreement in modelling music"
    " similarity. Journal of New Music Research 45, 239–251",
    "Flexer, A., Schnitzer, D. (2010). Effects of album and artist filters in audio similarity"
    " computed for very large music databases. Computer Music Journal 34 (3), 20–28",
    "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high"
    " agreement. British Journal of Mathematical and Statistical Psychology 61, 29–48",
    "Hanley, J. A., McNeil, B. J. (1982). The meaning and use of the area under a receiver"
    " operating characteristic (ROC) curve. Radiology 143, 29–36",
    "Koops, H. V., de Haas, W. B., Burgoyne, J. A., Bransen, J., Kent-Muller, A., Volk, A. (2019)."
    " Annotator subjectivity in harmony annotations of popular music."
    " Journal of New Music Research 48, 232–252",
    "Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology, 2nd edition,"
    " Sage",
    "Matthews, B. W. (1975). Comparison of the predicted and observed secondary structure of T4"
    " phage lysozyme. Biochimica et Biophysica Acta 405, 442–451",
    "Naeini, M. P., Cooper, G. F., Hauskrecht, M. (2015). Obtaining well calibrated probabilities"
    " using Bayesian binning. Proceedings of AAAI 29, 2901–2907",
    "Newcombe, R. G. (2006). Confidence intervals for an effect size measure based on the"
    " Mann–Whitney statistic, part 2. Statistics in Medicine 25, 559–573",
    "Sankaran, A. (2017). Analyses of Convolutional Neural Networks for Automatic Tagging of Music"
    " Tracks. Master's thesis, RWTH Aachen",
    "Sturm, B. L. (2014). A simple method to determine if a music information retrieval system is a"
    " “horse”. IEEE Transactions on Multimedia 16, 1636–1644",
    "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference."
    " Journal of the American Statistical Association 22, 209–212",
)
YEAR = 4  # letters of an ISO 8601 date
DIGEST = 16


def methods(data: ReportData) -> list[Node]:
    """Return two paragraphs, and what they refer to."""
    n = data.evaluation.measurement.n_resamples
    entries = [element("li", f"{reference}.") for reference in REFERENCES]
    return [
        element("p", _protocol(data)),
        element("p", message("report.how_numbers", n=n)),
        element("h3", message("report.references")),
        element("ul", entries, class_="references"),
    ]


def _protocol(data: ReportData) -> Message:
    if not data.evaluation.held_out_only:
        return message("report.how_all")
    if not data.evaluation.n_out_of_fold:
        return message("report.how_new")
    return message(PROTOCOLS.get(str(data.row.metrics.get("measured_by")), "report.how_artists"))


def limits(data: ReportData) -> list[Node]:
    """Return what must not be concluded."""
    texts = [
        message("report.not_facts"),
        message("report.not_elsewhere"),
        message("report.not_probable"),
        message("report.not_ranked"),
        message("report.not_compared"),
        message("report.not_mistakes"),
    ]
    if data.n_looks > 1:
        texts.append(message("report.not_chosen", n=data.n_looks))
    return [element("ul", [element("li", text) for text in texts])]


def citing(data: ReportData, files: Mapping[str, Message]) -> list[Node]:
    """Return how to cite the report. files: names of those beside it, and what they hold."""
    date, version = data.options.date, data.programs[0][1]
    parts: list[Node] = [
        element(
            "p",
            name_of(data.options.author) if data.options.author else message("report.no_author"),
            f" ({date[:YEAR]}). ",
            element("cite", report_title(data)),
            ". ",
            message(
                "report.citation",
                version=version,
                day=date,
                digest=data.data_sheet.digest[:DIGEST],
            ),
            class_="citation",
        ),
        element("p", message("report.citing_more")),
    ]
    if files:
        columns = (Column(message("report.file"), "name"), Column(message("report.holds"), "text"))
        rows = [(element("code", name), holds) for name, holds in files.items()]
        parts.append(table(message("report.cap_files"), columns, rows))
    return parts
