import type { PropertyMeaning } from './meaning';

/** Properties of what is drawn in QuickSight. */
export const QUICKSIGHT_VISUALS: readonly PropertyMeaning[] = [
  {
    means: 'whether a filter applies to all data sets of its own sheet',
    of: {
      'AWS::QuickSight::Analysis': ['Definition.FilterGroups[].CrossDataset'],
      'AWS::QuickSight::Dashboard': ['Definition.FilterGroups[].CrossDataset'],
      'AWS::QuickSight::Template': ['Definition.FilterGroups[].CrossDataset'],
    },
  },
  {
    means: 'a control of a filter that applies to several sheets',
    of: {
      'AWS::QuickSight::Analysis': ['Definition.Sheets[].FilterControls[].CrossSheet'],
      'AWS::QuickSight::Dashboard': ['Definition.Sheets[].FilterControls[].CrossSheet'],
      'AWS::QuickSight::Template': ['Definition.Sheets[].FilterControls[].CrossSheet'],
    },
  },
  {
    means: 'a column of a diagram of flows, and how many of its nodes are drawn',
    of: {
      'AWS::QuickSight::Analysis': [
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.ChartConfiguration.FieldWells.SankeyDiagramAggregatedFieldWells.Destination',
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.ChartConfiguration.SortConfiguration.DestinationItemsLimit',
      ],
      'AWS::QuickSight::Dashboard': [
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.ChartConfiguration.FieldWells.SankeyDiagramAggregatedFieldWells.Destination',
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.ChartConfiguration.SortConfiguration.DestinationItemsLimit',
      ],
      'AWS::QuickSight::Template': [
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.ChartConfiguration.FieldWells.SankeyDiagramAggregatedFieldWells.Destination',
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.ChartConfiguration.SortConfiguration.DestinationItemsLimit',
      ],
    },
  },
  {
    means: 'the parameter of an analysis that is set by a click on a chart with axes',
    of: {
      'AWS::QuickSight::Analysis': [
        'Definition.Sheets[].Visuals[].BarChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].BoxPlotVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].ComboChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].HistogramVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].LineChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].RadarChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].ScatterPlotVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].WaterfallVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of an analysis that is set by a click on a map',
    of: {
      'AWS::QuickSight::Analysis': [
        'Definition.Sheets[].Visuals[].FilledMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].GeospatialMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].HeatMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].LayerMapVisual.ChartConfiguration.MapLayers[].Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].TreeMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of an analysis that is set by a click on a table or a figure',
    of: {
      'AWS::QuickSight::Analysis': [
        'Definition.Sheets[].Visuals[].CustomContentVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].EmptyVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].GaugeChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].InsightVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].KPIVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].PivotTableVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].TableVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of an analysis that is set by a click on a chart of parts, or an image',
    of: {
      'AWS::QuickSight::Analysis': [
        'Definition.Sheets[].Images[].Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].FunnelChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].PieChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].WordCloudVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of a dashboard that is set by a click on a chart with axes',
    of: {
      'AWS::QuickSight::Dashboard': [
        'Definition.Sheets[].Visuals[].BarChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].BoxPlotVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].ComboChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].HistogramVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].LineChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].RadarChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].ScatterPlotVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].WaterfallVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of a dashboard that is set by a click on a map',
    of: {
      'AWS::QuickSight::Dashboard': [
        'Definition.Sheets[].Visuals[].FilledMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].GeospatialMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].HeatMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].LayerMapVisual.ChartConfiguration.MapLayers[].Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].TreeMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of a dashboard that is set by a click on a table or a figure',
    of: {
      'AWS::QuickSight::Dashboard': [
        'Definition.Sheets[].Visuals[].CustomContentVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].EmptyVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].GaugeChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].InsightVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].KPIVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].PivotTableVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].TableVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of a dashboard that is set by a click on a chart of parts, or an image',
    of: {
      'AWS::QuickSight::Dashboard': [
        'Definition.Sheets[].Images[].Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].FunnelChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].PieChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].WordCloudVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of a template that is set by a click on a chart with axes',
    of: {
      'AWS::QuickSight::Template': [
        'Definition.Sheets[].Visuals[].BarChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].BoxPlotVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].ComboChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].HistogramVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].LineChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].RadarChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].ScatterPlotVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].WaterfallVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of a template that is set by a click on a map',
    of: {
      'AWS::QuickSight::Template': [
        'Definition.Sheets[].Visuals[].FilledMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].GeospatialMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].HeatMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].LayerMapVisual.ChartConfiguration.MapLayers[].Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].TreeMapVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of a template that is set by a click on a table or a figure',
    of: {
      'AWS::QuickSight::Template': [
        'Definition.Sheets[].Visuals[].CustomContentVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].EmptyVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].GaugeChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].InsightVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].KPIVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].PivotTableVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].TableVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
  {
    means: 'the parameter of a template that is set by a click on a chart of parts, or an image',
    of: {
      'AWS::QuickSight::Template': [
        'Definition.Sheets[].Images[].Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].FunnelChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].PieChartVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].SankeyDiagramVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
        'Definition.Sheets[].Visuals[].WordCloudVisual.Actions[].ActionOperations[].SetParametersOperation.ParameterValueConfigurations[].DestinationParameterName',
      ],
    },
  },
];
