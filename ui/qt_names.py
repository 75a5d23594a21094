"""What the program uses of Qt. PySide builds each class at its first use, and all 700 of them would take 13 MB.

These are built once the first window is painted, on the GUI thread, before another imports the pages that name them:
two threads must not build the same one. A test holds that every name which is imported stands here, and no other.
"""

_CORE = """
    QAbstractItemModel QAbstractListModel QAbstractNativeEventFilter QAbstractTableModel QByteArray QChildEvent
    QCommandLineOption QCommandLineParser QCoreApplication QCryptographicHash QDate QDir QEvent QLibraryInfo QLocale
    QMarginsF QMessageLogContext QMimeData QModelIndex QObject QPersistentModelIndex QPoint QPointF QProcess QRect
    QRectF QRegularExpression QSettings QSignalBlocker QSize QSizeF QStandardPaths QTimer QTranslator Qt QtMsgType
    SLOT Signal SignalInstance Slot qInstallMessageHandler
"""
_GUI = """
    QAccessible QAccessibleAnnouncementEvent QAction QClipboard QCloseEvent QColor QDragEnterEvent QDropEvent
    QEnterEvent QFocusEvent QFont QFontDatabase QFontMetrics QGuiApplication QHideEvent QIcon QImage QKeyEvent
    QKeySequence QMouseEvent QPageLayout QPageSize QPaintEvent QPainter QPainterPath QPalette QPen QPixmap QPolygonF
    QRegularExpressionValidator QResizeEvent QShortcut QShowEvent QStandardItem QStandardItemModel
    QSyntaxHighlighter QTextBlock QTextBlockFormat QTextCharFormat QTextCursor QTextDocument QTextLayout QTextOption
    QValidator
"""
_WIDGETS = """
    QAbstractButton QAbstractItemView QAbstractScrollArea QAbstractSpinBox QApplication QButtonGroup QCalendarWidget
    QCheckBox QComboBox QDateEdit QDialog QFileDialog QFrame QGridLayout QHBoxLayout QHeaderView QLabel QLayout
    QLayoutItem QLineEdit QListView QListWidget QListWidgetItem QMenu QPlainTextEdit QProgressBar QPushButton
    QRadioButton QScrollArea QSizePolicy QStackedLayout QStackedWidget QStyle QStyleFactory QStyleOptionButton
    QStyleOptionViewItem QStylePainter QStyledItemDelegate QTabBar QTabWidget QTableView QTextEdit QToolButton
    QTreeView QVBoxLayout QWidget
"""

NAMES = {"QtCore": tuple(_CORE.split()), "QtGui": tuple(_GUI.split()), "QtWidgets": tuple(_WIDGETS.split())}
"""The names by the module of PySide that has them."""
