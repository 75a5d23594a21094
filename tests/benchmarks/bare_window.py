"""The least that a window with one text box takes: what the program's own start is compared with."""

import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

application = QApplication(sys.argv)
window = QWidget()
layout = QVBoxLayout(window)
layout.addWidget(QLineEdit())
window.resize(1180, 760)
window.show()
sys.exit(application.exec())
